/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A number format that compute units have a peak for and that weights and stores are kept in. */
public enum Precision {
    FP64(64),
    FP32(32),
    TF32(32),
    BF16(16),
    FP16(16),
    FP8(8),
    FP6(6),
    FP4(4),
    INT8(8),
    INT4(4),
    INT2(2);

    private final int bits;

    Precision(int bits) {
        this.bits = bits;
    }

    /** Bits that one number takes in memory. */
    public int bits() {
        return bits;
    }

    /** Bytes that one number takes in memory; half a byte for a 4-bit number. */
    public double bytes() {
        return bits / 8.0;
    }

    /** The word of the language, such as {@code fp16}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The precision with that word, or empty. */
    public static Optional<Precision> of(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }
}
