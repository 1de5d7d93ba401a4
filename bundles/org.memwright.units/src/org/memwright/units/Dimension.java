/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.units;

import java.util.List;
import java.util.Map;

/**
 * What a quantity measures: a product of powers of bytes, time, operations, energy, money and tokens.
 *
 * <p>Floating-point and integer operations are one dimension: a peak in OP/s and one in FLOP/s can be compared.
 *
 * @param bytes exponent of bytes
 * @param seconds exponent of time
 * @param operations exponent of operations
 * @param joules exponent of energy
 * @param dollars exponent of money
 * @param tokens exponent of tokens
 */
public record Dimension(int bytes, int seconds, int operations, int joules, int dollars, int tokens) {
    /** A plain number or a ratio. */
    public static final Dimension NUMBER = new Dimension(0, 0, 0, 0, 0, 0);

    /** Data: {@code 80 GiB}. */
    public static final Dimension BYTES = new Dimension(1, 0, 0, 0, 0, 0);

    /** Time: {@code 200 ms}. */
    public static final Dimension TIME = new Dimension(0, 1, 0, 0, 0, 0);

    /** Bytes per time: {@code 2.039 TB/s}. */
    public static final Dimension BANDWIDTH = BYTES.dividedBy(TIME);

    /** Arithmetic operations: {@code 2 TFLOP}. */
    public static final Dimension OPERATIONS = new Dimension(0, 0, 1, 0, 0, 0);

    /** Operations per time: {@code 312 TFLOP/s}. */
    public static final Dimension COMPUTE = OPERATIONS.dividedBy(TIME);

    /** Energy: {@code 5 J}. */
    public static final Dimension ENERGY = new Dimension(0, 0, 0, 1, 0, 0);

    /** Energy per time: {@code 400 W}. */
    public static final Dimension POWER = ENERGY.dividedBy(TIME);

    /** Energy for one byte moved: {@code 4 pJ/bit}. */
    public static final Dimension ENERGY_PER_BYTE = ENERGY.dividedBy(BYTES);

    /** Energy for one operation: {@code 0.5 pJ/FLOP}. */
    public static final Dimension ENERGY_PER_OPERATION = ENERGY.dividedBy(OPERATIONS);

    /** Money: {@code 2 USD}. */
    public static final Dimension MONEY = new Dimension(0, 0, 0, 0, 1, 0);

    /** Money per time: {@code 32 USD/h}. */
    public static final Dimension MONEY_PER_TIME = MONEY.dividedBy(TIME);

    /** Money per byte of capacity: {@code 3 USD/GiB}. */
    public static final Dimension MONEY_PER_BYTE = MONEY.dividedBy(BYTES);

    /** Money per energy: {@code 0.15 USD/kWh}. */
    public static final Dimension MONEY_PER_ENERGY = MONEY.dividedBy(ENERGY);

    /** Tokens of a language model: {@code 1024 tokens}. */
    public static final Dimension TOKENS = new Dimension(0, 0, 0, 0, 0, 1);

    /** Events per time: {@code 4 /s}. */
    public static final Dimension RATE = NUMBER.dividedBy(TIME);

    /** Tokens per time: {@code 2000 tokens/s}. */
    public static final Dimension TOKEN_RATE = TOKENS.dividedBy(TIME);

    private static final Map<Dimension, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry(NUMBER, "plain number (without unit, such as 2, 0.2 or 20%)"),
            Map.entry(BYTES, "bytes (such as 80 GiB)"),
            Map.entry(TIME, "time (such as 200 ms)"),
            Map.entry(BANDWIDTH, "bandwidth (bytes per time, such as 2 TB/s)"),
            Map.entry(OPERATIONS, "operations (such as 2 TFLOP)"),
            Map.entry(COMPUTE, "compute (operations per time, such as 312 TFLOP/s)"),
            Map.entry(ENERGY, "energy (such as 5 J)"),
            Map.entry(POWER, "power (energy per time, such as 400 W)"),
            Map.entry(ENERGY_PER_BYTE, "energy per byte (such as 4 pJ/bit)"),
            Map.entry(ENERGY_PER_OPERATION, "energy per operation (such as 0.5 pJ/FLOP)"),
            Map.entry(MONEY, "money (such as 2 USD)"),
            Map.entry(MONEY_PER_TIME, "money per time (such as 32 USD/h)"),
            Map.entry(MONEY_PER_BYTE, "money per byte (such as 3 USD/GiB)"),
            Map.entry(MONEY_PER_ENERGY, "money per energy (such as 0.15 USD/kWh)"),
            Map.entry(TOKENS, "tokens (such as 1024 tokens)"),
            Map.entry(RATE, "rate (events per time, such as 4 /s)"),
            Map.entry(TOKEN_RATE, "token rate (tokens per time, such as 2000 tokens/s)"));

    private static final List<String> BASE_SYMBOLS = List.of("B", "s", "FLOP", "J", "USD", "tokens");

    /**
     * The dimension of a product.
     *
     * @param factor the other factor's dimension
     * @return the dimension with the exponents added
     */
    public Dimension times(Dimension factor) {
        return new Dimension(
                bytes + factor.bytes,
                seconds + factor.seconds,
                operations + factor.operations,
                joules + factor.joules,
                dollars + factor.dollars,
                tokens + factor.tokens);
    }

    /**
     * The dimension of a quotient.
     *
     * @param divisor the divisor's dimension
     * @return the dimension with the exponents subtracted
     */
    public Dimension dividedBy(Dimension divisor) {
        return new Dimension(
                bytes - divisor.bytes,
                seconds - divisor.seconds,
                operations - divisor.operations,
                joules - divisor.joules,
                dollars - divisor.dollars,
                tokens - divisor.tokens);
    }

    /**
     * Says what is meant, with an example of how it is written; for error messages and hovers.
     *
     * @return such as {@code bandwidth (bytes per time, such as 2 TB/s)}; for a dimension without a name, its base unit
     */
    public String describe() {
        String known = DESCRIPTIONS.get(this);
        return known != null ? known : "a quantity in " + baseSymbol();
    }

    /** Whether this dimension has a name of its own, as all that a design declares have. */
    boolean isNamed() {
        return DESCRIPTIONS.containsKey(this);
    }

    /**
     * The symbol of this dimension's base unit.
     *
     * @return such as {@code B/s}; {@code /s} for a rate, empty for a plain number
     */
    public String baseSymbol() {
        int[] exponents = {bytes, seconds, operations, joules, dollars, tokens};
        String above = product(exponents, 1);
        String below = product(exponents, -1);
        return below.isEmpty() ? above : above + "/" + below;
    }

    private static String product(int[] exponents, int sign) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < exponents.length; i++) {
            int exponent = exponents[i] * sign;
            if (exponent > 0) {
                text.append(text.isEmpty() ? "" : "*").append(BASE_SYMBOLS.get(i));
                if (exponent > 1) {
                    text.append('^').append(exponent);
                }
            }
        }
        return text.toString();
    }

    /** The description, which is what a reader of a message wants. */
    @Override
    public String toString() {
        return describe();
    }
}
