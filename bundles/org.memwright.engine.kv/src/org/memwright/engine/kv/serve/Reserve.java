/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.serve;

import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.TransformerShape;

/**
 * A part of a device's memory that an engine keeps from keys and values.
 *
 * @param name what it is for, as reports show it
 * @param bytes of one device
 * @param used whether it is in use, rather than left alone
 */
public record Reserve(String name, double bytes, boolean used) {
    /** Bytes of a logit: they are computed in 32 bits. */
    private static final double LOGIT_BYTES = 4;

    /**
     * What a reserve depends on.
     *
     * @param shape keys and values of one device
     * @param tensor devices that each layer is divided over
     * @param capacityBytes of the device's memory
     * @param tokens the most of a batch
     * @param sequences the most of a batch that have a token in the end
     */
    public record Demand(
            TransformerShape model, KvShape shape, int tensor, double capacityBytes, long tokens, long sequences) {

        /** Activations of one layer for the largest batch, double buffered. */
        public double activationBytes() {
            double active = Math.max(1, model.activeExperts());
            double wide = Math.max(
                    active * (model.gated() ? 2 : 1) * model.ffn() / tensor,
                    (shape.heads() + 2.0 * shape.kvHeads()) * shape.headDim());
            return tokens * (4.0 * model.hidden() + wide) * shape.precision().bytes();
        }

        /** Logits of all sequences. */
        public double logitBytes() {
            return (double) sequences * model.vocab() / tensor * LOGIT_BYTES;
        }
    }
}
