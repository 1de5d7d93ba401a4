/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

/** A sort of kernel that is measured on its own. */
public enum Kernel {
    MATRIX("matrix", "matrix product"),
    PREFILL("prefill", "prefill attention"),
    DECODE("decode", "decode attention"),
    VECTOR("vector", "element-wise work"),
    COLLECTIVE("all_reduce", "all-reduce"),
    LAYER("layers", "layers of a model"),
    ITERATION("iterations", "iterations of a model"),
    HOST("host", "host overhead");

    private final String word;
    private final String label;

    Kernel(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** The word of the language, such as {@code matrix}. */
    public String word() {
        return word;
    }

    /** Whether it is measured, and calibrated, for each format of numbers on its own. */
    public boolean isByPrecision() {
        return this == MATRIX || this == PREFILL || this == DECODE;
    }

    /** How reports call it. */
    public String label() {
        return label;
    }
}
