/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.model.Call;
import org.memwright.model.Expression;
import org.memwright.model.Pipe;
import org.memwright.model.Reference;
import org.memwright.model.StringLiteral;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.units.Quantity;

/** Values of expressions whose type nobody declares: parameters of a memory, properties of a workload, points of an axis. */
final class FreeValues {
    /** A call of whatever there is. */
    static final List<MechanismKind> ANY = List.of(MechanismKind.values());

    /** Calls that compute a quantity. */
    private static final Set<String> FUNCTIONS = Set.of("min", "max");

    private final CallBinder binder;
    private final Problems problems;

    FreeValues(CallBinder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    /**
     * @param kinds what calls, and names that are such mechanisms, may be
     * @return null where it has no value, which is then reported
     */
    @Nullable
    Value value(Expression written, Evaluator names, List<MechanismKind> kinds) {
        Expression expression = problems.resolve(written, names);
        return switch (expression) {
            case StringLiteral text -> new Value.Text(text.getValue());
            case Pipe pipe -> binder.bind(pipe, names, kinds);
            case Call call when !FUNCTIONS.contains(call.getName()) -> binder.bind(call, names, kinds);
            case Reference reference -> {
                boolean mechanism = !kinds.equals(ANY) && binder.find(reference.getName(), kinds) != null;
                yield mechanism ? binder.bind(reference, names, kinds) : new Value.Word(reference.getName());
            }
            default -> {
                Quantity quantity = problems.quantity(expression, names);
                yield quantity == null ? null : new Value.Amount(quantity);
            }
        };
    }
}
