/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.units.Dimension;
import org.memwright.units.Format;
import org.memwright.units.Quantity;
import org.memwright.units.Unit;

/**
 * Whether an {@code expect} holds at one point of the grid.
 *
 * @param text the clause as written
 * @param point values by axis, as the file shows them; empty without {@code vary}
 * @param left value of the left side, over seeds, in base units
 * @param dimension of both sides
 * @param reason why it cannot be told; empty where it can
 * @param position where it stands; the name of the file without its folders
 */
public record Verdict(
        String text,
        Map<String, String> point,
        Outcome outcome,
        Estimate left,
        String operator,
        Estimate right,
        Dimension dimension,
        String reason,
        SourcePosition position) {

    public Verdict {
        point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
    }

    /** What is known about an expectation. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** A run has no value, or the seeds differ more than the two sides do. */
        UNDECIDED
    }

    /** The same verdict under another text. */
    Verdict withText(String other) {
        return new Verdict(other, point, outcome, left, operator, right, dimension, reason, position);
    }

    /** Both values: {@code 1843 tokens/s >= 1522 tokens/s}, over seeds {@code 1843 ± 12 tokens/s >= ...}. */
    public String values() {
        return text(left) + " " + operator + " " + text(right);
    }

    private String text(Estimate side) {
        String mean = Format.of(side.mean(), dimension);
        if (!side.hasInterval() || !(side.halfWidth() > 0) || !Double.isFinite(side.mean())) {
            return mean;
        }
        Unit unit = Quantity.parse(mean).unit();
        String width = BigDecimal.valueOf(unit.fromBase(side.halfWidth()))
                .round(new MathContext(2))
                .toPlainString();
        int number = mean.length() - unit.symbol().length();
        return mean.substring(0, number).strip() + " \u00b1 " + width
                + (unit.symbol().isEmpty() ? "" : " ") + unit.symbol();
    }
}
