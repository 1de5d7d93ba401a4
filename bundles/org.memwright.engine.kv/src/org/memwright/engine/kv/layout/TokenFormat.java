/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout;

import java.util.Optional;
import org.memwright.engine.kv.quantise.Quantiser;
import org.memwright.engine.kv.shape.KvShape;

/**
 * Bytes of the keys, or of the values, of a sequence in a store: packed, but for the youngest tokens and those whose group is
 * not full, which stay as they were computed.
 *
 * <p>Units: bytes, of all layers of one device.
 *
 * @param fullBytes of a token as computed
 * @param packedBytes of a token once packed
 * @param group tokens that are packed together, at least 1
 * @param residual youngest tokens that are never packed
 * @param sequenceBytes of each sequence, whatever its length
 */
public record TokenFormat(double fullBytes, double packedBytes, int group, int residual, double sequenceBytes) {
    /** Nothing: the store does not hold this part. */
    public static final TokenFormat NONE = new TokenFormat(0, 0, 1, 0, 0);

    /** As a quantiser packs them; as computed without one. */
    public static TokenFormat of(KvShape shape, Optional<Quantiser> quantiser) {
        double full = shape.numbersPerToken() * shape.precision().bytes();
        return quantiser
                .map(q -> new TokenFormat(
                        full,
                        shape.numbersPerToken() * q.bytesPerNumber(shape),
                        q.groupTokens(),
                        q.residualTokens(),
                        0))
                .orElse(new TokenFormat(full, full, 1, 0, 0));
    }

    /** Whether tokens change their form in the store. */
    public boolean isPacked() {
        return packedBytes != fullBytes;
    }

    /** Tokens of a sequence that are packed. */
    public int packed(int tokens) {
        int old = tokens - residual;
        return old <= 0 ? 0 : group == 1 ? old : old / group * group;
    }

    /** Bytes of a sequence. */
    public double bytes(int tokens) {
        if (tokens == 0) {
            return 0;
        }
        int packed = packed(tokens);
        return packed * packedBytes + (tokens - packed) * fullBytes + sequenceBytes;
    }

    /** The most bytes that a sequence takes on its way to a length. */
    public double mostBytes(int tokens) {
        int loose = Math.min(tokens, residual + group - 1);
        double early = loose * fullBytes;
        double late = (tokens - loose) * packedBytes + loose * fullBytes;
        return Math.max(early, late) + (tokens == 0 ? 0 : sequenceBytes);
    }
}
