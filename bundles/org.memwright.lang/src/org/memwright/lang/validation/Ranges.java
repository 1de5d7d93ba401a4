/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/** Ranges in words. */
final class Ranges {
    private Ranges() {}

    /**
     * A range of quantities in words.
     *
     * @param min in base units; the least positive number for anything above 0
     * @param max in base units
     * @return such as {@code 1 to 128}, {@code at least 0 ns} or {@code above 0 B}
     */
    static String text(double min, double max, Dimension dimension) {
        boolean above = min == Double.MIN_VALUE;
        if (Double.isInfinite(max)) {
            return above ? "above " + Quantity.inBase(0, dimension) : "at least " + Quantity.inBase(min, dimension);
        }
        if (Double.isInfinite(min)) {
            return "at most " + Quantity.inBase(max, dimension);
        }
        return (above
                        ? "above " + Quantity.inBase(0, dimension) + ", at most "
                        : Quantity.inBase(min, dimension) + " to ")
                + Quantity.inBase(max, dimension);
    }
}
