/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout;

/**
 * Bytes of a sequence in a store: its keys, its values and what ranks them.
 *
 * @param stateBytes beside each token, such as its score
 */
public record StoreFormat(TokenFormat keys, TokenFormat values, double stateBytes) {

    public StoreFormat(TokenFormat keys, TokenFormat values) {
        this(keys, values, 0);
    }

    public StoreFormat withState(double bytesPerToken) {
        return new StoreFormat(keys, values, stateBytes + bytesPerToken);
    }

    /** Whether every token takes the same bytes, whatever the length of its sequence. */
    public boolean isUniform() {
        return isUniform(keys) && isUniform(values);
    }

    private static boolean isUniform(TokenFormat format) {
        return !format.isPacked() || (format.group() == 1 && format.residual() == 0);
    }

    /** Bytes of keys and values of a sequence. */
    public double bytes(int tokens) {
        return keys.bytes(tokens) + values.bytes(tokens);
    }

    /** Bytes of a sequence with the state beside it. */
    public double allBytes(int tokens) {
        return bytes(tokens) + tokens * stateBytes;
    }

    /** The most bytes, with state, that a sequence takes on its way to a length. */
    public double mostBytes(int tokens) {
        return keys.mostBytes(tokens) + values.mostBytes(tokens) + tokens * stateBytes;
    }

    /** Bytes of a token in the long run, with state. */
    public double bytesPerToken() {
        return keys.packedBytes() + values.packedBytes() + stateBytes;
    }

    /** Tokens that must move in together, so that each group is full. */
    public int group() {
        return Math.max(keys.group(), values.group());
    }
}
