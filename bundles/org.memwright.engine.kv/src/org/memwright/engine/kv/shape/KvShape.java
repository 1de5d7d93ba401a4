/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.shape;

import org.memwright.hardware.Precision;
import org.memwright.runtime.plan.TransformerShape;

/**
 * What one device holds of a transformer's attention.
 *
 * <p>Shape: a token leaves keys and values, each {@code [layers, kvHeads, headDim]}.
 *
 * @param layers of the largest pipeline stage
 * @param heads of queries
 * @param kvHeads of keys and values; at least 1 where there are more devices than heads
 * @param precision that keys and values have unless a store quantises them
 */
public record KvShape(int layers, int heads, int kvHeads, int headDim, Precision precision) {
    /**
     * The part of one device.
     *
     * @param tensorSplit devices that share each layer
     * @param pipelineSplit groups of devices that share the layers
     * @throws IllegalArgumentException where the heads or layers cannot be divided
     */
    public static KvShape of(TransformerShape model, int tensorSplit, int pipelineSplit) {
        if (model.heads() % tensorSplit != 0) {
            throw new IllegalArgumentException("split tensor " + tensorSplit + ": " + model.name() + " has "
                    + model.heads() + " heads, and each device takes as many; split over a divisor of "
                    + model.heads());
        }
        if (model.kvHeads() % tensorSplit != 0 && tensorSplit % model.kvHeads() != 0) {
            throw new IllegalArgumentException("split tensor " + tensorSplit + ": " + model.name() + " has "
                    + model.kvHeads() + " kv_heads, that are neither a multiple nor a divisor of it; split over "
                    + model.kvHeads() + " or a divisor");
        }
        if (model.layers() < pipelineSplit) {
            throw new IllegalArgumentException("split pipeline " + pipelineSplit + ": " + model.name() + " has only "
                    + model.layers() + " layers; split over at most as many groups");
        }
        return new KvShape(
                Math.ceilDiv(model.layers(), pipelineSplit),
                model.heads() / tensorSplit,
                Math.max(1, model.kvHeads() / tensorSplit),
                model.headDim(),
                kept(model.weights()));
    }

    /** Weights in fewer than 16 bits are multiplied in 16, and so are keys and values kept. */
    private static Precision kept(Precision weights) {
        return weights.bits() < Precision.FP16.bits() ? Precision.FP16 : weights;
    }

    /** Numbers of a token's keys in one layer, and as many of its values. */
    public long numbersPerLayer() {
        return (long) kvHeads * headDim;
    }

    /** Numbers of a token's keys in all layers, and as many of its values. */
    public long numbersPerToken() {
        return layers * numbersPerLayer();
    }

    /** Bytes of a token's keys and values as they are computed. */
    public double bytesPerToken() {
        return 2 * numbersPerToken() * precision.bytes();
    }
}
