/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime;

import java.util.List;
import org.memwright.units.Dimension;

/**
 * How a figure came about.
 *
 * @param formula such as {@code generated tokens / makespan}
 * @param inputs the figures in the formula, themselves explained where that helps
 * @param boundBy what keeps the figure from being better, such as {@code bandwidth of hbm}; empty where nothing does
 */
public record Explanation(String formula, List<Input> inputs, String boundBy) {
    public Explanation {
        inputs = List.copyOf(inputs);
    }

    /**
     * A figure in a formula.
     *
     * @param value in base units of the dimension
     * @param inputs what the figure itself was made of; may be empty
     */
    public record Input(String name, double value, Dimension dimension, List<Input> inputs) {
        public Input {
            inputs = List.copyOf(inputs);
        }
    }
}
