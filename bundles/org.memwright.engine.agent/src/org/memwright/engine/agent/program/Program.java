/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memwright.engine.agent.item.Piece;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;

/** Makes actions of the values of a plan: names of items, texts, calls and pipelines of these. */
public final class Program {
    private Program() {}

    /** @throws IllegalArgumentException where a value is no action, or its arguments do not go together */
    public static Action of(Value value) {
        return switch (value) {
            case Value.Word word -> (piped, moment) -> moment.named(word.word());
            case Value.Text text ->
                (piped, moment) -> Flow.of(List.of(Found.of(Piece.of(text.text(), moment.nanos(), moment.session()))));
            case MechanismCall call -> Mechanisms.create(Action.class, "agent", MechanismKind.ACTION, call);
            case Value.Pipeline pipeline -> pipeline(pipeline.calls());
            default -> throw new IllegalArgumentException("'" + value + "' is no action");
        };
    }

    private static Action pipeline(List<MechanismCall> calls) {
        List<Action> actions = new ArrayList<>();
        for (MechanismCall call : calls) {
            boolean mayBeName = actions.isEmpty() && call.arguments().isEmpty();
            Action made = mayBeName && !isMechanism(call) ? of(new Value.Word(call.name())) : of(call);
            actions.add(mayBeName ? variableOr(made, call.name()) : made);
        }
        return (piped, moment) -> {
            Flow flow = piped;
            for (Action action : actions) {
                flow = action.perform(flow, moment);
            }
            return flow;
        };
    }

    /** What a variable of the event brings, where one has the name. */
    private static Action variableOr(Action otherwise, String name) {
        return (piped, moment) ->
                moment.variables().containsKey(name) ? moment.named(name) : otherwise.perform(piped, moment);
    }

    private static boolean isMechanism(MechanismCall call) {
        try {
            Mechanisms.create(Action.class, "agent", MechanismKind.ACTION, call);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** The items of an argument; where it is left out, those that come through the pipeline. */
    public static Action items(MechanismCall call, String parameter) {
        Optional<Value> argument = call.argument(parameter);
        return argument.isEmpty() ? (piped, moment) -> piped : of(argument.get());
    }
}
