/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.memwright.units.Quantity;

/**
 * An {@code expect}: a comparison of two terms that must hold at every grid point that it picks.
 *
 * @param text the clause as written
 * @param operator one of {@code < <= > >= == !=}
 * @param at the points that it picks: values by axis, as the axis shows them; empty for all
 */
public record ExpectationPlan(
        String text, Term left, String operator, Term right, Map<String, Value> at, SourcePosition position) {
    public ExpectationPlan {
        at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
    }

    /** One side of the comparison. */
    public sealed interface Term {}

    /** A quantity. */
    public record Constant(Quantity quantity) implements Term {}

    /** A measure of a column: {@code KIVI.peak(hbm)}. */
    public record Measured(String column, MetricCall metric) implements Term {}

    /**
     * Two terms joined.
     *
     * @param operator one of {@code + - * /}
     */
    public record Arithmetic(Term left, String operator, Term right) implements Term {}
}
