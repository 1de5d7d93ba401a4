/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.distil;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Makes one lesson of a trace: its first line, which says what was wanted, and the lines that tell what worked or failed. Names and numbers
 * can be left out, so that the lesson is of a kind of task and not of one.
 *
 * <p>Source: M. Ho et al., <cite>ArcMemo: Abstract Reasoning Composition with Lifelong LLM Memory</cite>, 2025: concepts without the specifics of the
 * puzzle; Z. Cao et al., <cite>ReMe</cite>, 2025: experience of success and of failure, indexed by its scenario.
 *
 * <p>Differs: extractive: lines are picked by words that tell of an outcome, and names and numbers are taken for specifics; no language model writes.
 */
public record DistilAction(Action item, boolean concrete, boolean failures) implements Action {
    private static final Pattern SUCCESS = Pattern.compile("\\b(worked|succeeded|solved|fixed|done)\\b");
    private static final Pattern FAILURE = Pattern.compile("\\b(failed|broke|error|wrong|did not work)\\b");
    private static final Pattern SPECIFIC =
            Pattern.compile("(?<!^)(?<![.!?:] )\\b\\p{Lu}[\\p{L}\\p{N}-]*|\\b\\d+(?:\\.\\d+)?\\b");

    @Override
    public Flow perform(Flow piped, Moment moment) {
        moment.services().method("Lessons are extractive: lines of a trace are picked, none is written.");
        List<Found> trace = item.perform(piped, moment).items();
        var text = new StringBuilder();
        Set<Integer> origins = new LinkedHashSet<>();
        for (int i = 0; i < trace.size(); i++) {
            Piece piece = trace.get(i).piece();
            boolean worked = SUCCESS.matcher(piece.text()).find();
            if (i == 0 || worked || (failures && FAILURE.matcher(piece.text()).find())) {
                text.append(text.isEmpty() ? "" : "\n").append(concrete ? piece.text() : abstracted(piece.text()));
                origins.addAll(piece.origins());
            }
        }
        if (trace.size() < 2 || text.isEmpty()) {
            return Flow.EMPTY;
        }
        Piece last = trace.getLast().piece();
        return Flow.of(List.of(Found.of(
                new Piece(text.toString(), "", last.timeNanos(), last.session(), List.copyOf(origins), List.of()))));
    }

    private static String abstracted(String text) {
        return SPECIFIC.matcher(text).replaceAll("something");
    }

    /** Makes {@code distil}. */
    @Mechanism(
            name = "distil",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Makes a lesson of the trace of a task.",
            source =
                    "Ho et al. 2025, ArcMemo: Abstract Reasoning Composition with Lifelong LLM Memory; Cao et al. 2025, ReMe",
            params = {
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "The trace; what comes through the pipeline where it is left out."),
                @Param(
                        name = "specifics",
                        type = ParamType.WORD,
                        byDefault = "drop",
                        choices = {"keep", "drop"},
                        doc = "Whether names and numbers stay, or make room for the kind of thing."),
                @Param(
                        name = "failures",
                        type = ParamType.WORD,
                        byDefault = "drop",
                        choices = {"keep", "drop"},
                        doc = "Whether lines that tell of failure stay.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new DistilAction(
                    Program.items(call, "item"),
                    call.word("specifics").equals("keep"),
                    call.word("failures").equals("keep"));
        }
    }
}
