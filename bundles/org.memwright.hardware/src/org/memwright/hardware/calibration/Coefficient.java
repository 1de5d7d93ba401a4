/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

/**
 * A parameter of a {@link KernelFormula}.
 *
 * @param unit such as {@code s}; empty for a ratio or a count
 * @param meaning what it stands for on the device
 * @param start where the search begins
 * @param least the least value that makes sense
 * @param most the greatest value that makes sense
 * @param logarithmic it is searched by factors rather than by steps
 */
public record Coefficient(
        String name, String unit, String meaning, double start, double least, double most, boolean logarithmic) {
    public Coefficient {
        if (!(least <= start && start <= most)) {
            throw new IllegalArgumentException(
                    "coefficient " + name + ": start is " + start + ", must be " + least + " to " + most);
        }
        if (logarithmic && !(least > 0)) {
            throw new IllegalArgumentException(
                    "coefficient " + name + ": least is " + least + ", must be above 0 to be searched by factors");
        }
    }

    double toSearch(double value) {
        return logarithmic ? Math.log(value) : value;
    }

    double fromSearch(double position) {
        double value = logarithmic ? Math.exp(position) : position;
        return Math.max(least, Math.min(most, value));
    }
}
