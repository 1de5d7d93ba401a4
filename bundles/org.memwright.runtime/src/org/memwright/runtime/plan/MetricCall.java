/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

/**
 * A metric with its one argument.
 *
 * @param argument such as {@code p99} or {@code hbm}; empty where there is none
 */
public record MetricCall(String name, String argument) {
    /** How the report calls it: {@code ttft(p99)}. */
    public String label() {
        return argument.isEmpty() ? name : name + "(" + argument + ")";
    }

    @Override
    public String toString() {
        return label();
    }
}
