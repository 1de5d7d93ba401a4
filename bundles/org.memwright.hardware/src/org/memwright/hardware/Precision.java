/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.Arrays;
import java.util.List;
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

    /**
     * The formats that numbers of this one can be computed in without losing digits, this one first.
     *
     * <p>A unit without a peak for a format computes in the next of these for which it has one. FP16 and BF16 stand in for
     * each other: no known hardware tells them apart in time.
     */
    public List<Precision> computedAs() {
        return switch (this) {
            case FP64 -> List.of(FP64);
            case FP32 -> List.of(FP32, FP64);
            case TF32 -> List.of(TF32, FP32, FP64);
            case BF16 -> List.of(BF16, FP16, TF32, FP32, FP64);
            case FP16 -> List.of(FP16, BF16, TF32, FP32, FP64);
            case FP8 -> List.of(FP8, FP16, BF16, TF32, FP32, FP64);
            case FP6 -> List.of(FP6, FP8, FP16, BF16, TF32, FP32, FP64);
            case FP4 -> List.of(FP4, FP6, FP8, FP16, BF16, TF32, FP32, FP64);
            case INT8 -> List.of(INT8, FP16, BF16, TF32, FP32, FP64);
            case INT4 -> List.of(INT4, INT8, FP16, BF16, TF32, FP32, FP64);
            case INT2 -> List.of(INT2, INT4, INT8, FP16, BF16, TF32, FP32, FP64);
        };
    }

    /** The precision with that word, or empty. */
    public static Optional<Precision> of(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }
}
