/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

/** What a metric takes in parentheses; several arguments are several measures: {@code ttft(p50, p99)}. */
public enum MetricArgument {
    NONE("nothing"),
    /** {@code mean}, {@code min}, {@code max} or {@code p} and a percentile: {@code p50}, {@code p99.9} is {@code p999}. */
    STATISTIC("mean, min, max or a percentile such as p50 or p99"),
    /** A tier of the hardware. */
    TIER("the name of a tier"),
    /** A tier or a link of the hardware. */
    TIER_OR_LINK("the name of a tier or link"),
    /** A compute unit, tier or link of the hardware. */
    RESOURCE("the name of a compute unit, tier or link"),
    /** What is counted: one of {@link Metric#things()}, requests or tokens where it says nothing else. */
    THING("what is counted"),
    /** A whole number. */
    COUNT("a whole number");

    private final String label;

    MetricArgument(String label) {
        this.label = label;
    }

    /** How a message says what is expected. */
    public String label() {
        return label;
    }
}
