/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Positions;
import org.memwright.model.Expression;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.units.Quantity;

/** Collects what is wrong, each thing once however many runs of the grid meet it. */
final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    void add(CompileIssue issue, SourcePosition at, Object... details) {
        found.add(new Problem(issue.name(), issue.kind(), issue.text(details), at));
    }

    void add(CompileIssue issue, EObject at, Object... details) {
        add(issue, Positions.of(at), details);
    }

    void add(EvaluationFailure failure) {
        found.add(new Problem(
                failure.issue().code(),
                Problem.Kind.DESIGN,
                String.valueOf(failure.getMessage()),
                Positions.of(failure.source())));
    }

    /** The quantity, or null where there is none, which is then reported. */
    @Nullable
    Quantity quantity(Expression expression, Evaluator names) {
        try {
            return names.quantity(expression);
        } catch (EvaluationFailure failure) {
            add(failure);
            return null;
        }
    }

    /** What a name stands for; the name itself where names go in a circle, which is then reported. */
    Expression resolve(Expression expression, Evaluator names) {
        try {
            return names.resolve(expression);
        } catch (EvaluationFailure failure) {
            add(failure);
            return expression;
        }
    }

    List<Problem> list() {
        return List.copyOf(found);
    }

    /** Whether anything but warnings was found. */
    boolean isFatal() {
        return found.stream().anyMatch(p -> p.kind() != Problem.Kind.WARNING);
    }
}
