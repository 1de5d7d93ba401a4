/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.List;
import java.util.Optional;

/**
 * How long the kernels of one device take, by measurements of it rather than by its data sheet.
 *
 * <p>A time is of one call on one device, launch included. Where nothing was measured that speaks for a call, its time is
 * NaN, and {@link Roofline} answers instead.
 * <br>Units: seconds. Shapes are of one device: where tensors are split, of its part. Cost: no allocation.
 */
public interface KernelTimes {
    /** Nothing was measured. */
    KernelTimes NONE = new KernelTimes() {};

    /**
     * A product of matrices {@code [rows, depth] x [depth, columns]}.
     *
     * @param precision of both operands
     * @return seconds, or NaN
     */
    default double matrixSeconds(Precision precision, double rows, double columns, double depth) {
        return Double.NaN;
    }

    /**
     * Attention of one layer over new tokens of prompts: each attends to those before it and to itself.
     *
     * @param kept precision of keys and values
     * @param sequences prompts in the call
     * @param fresh new tokens of each
     * @param before tokens of each whose keys and values are already kept
     * @return seconds, or NaN
     */
    default double prefillSeconds(
            Precision kept, double sequences, double fresh, double before, int heads, int kvHeads, int headDim) {
        return Double.NaN;
    }

    /**
     * Attention of one layer where every sequence has one new token.
     *
     * @param kept precision of keys and values
     * @param tokens kept tokens of each sequence, in the mean
     * @return seconds, or NaN
     */
    default double decodeSeconds(Precision kept, double sequences, double tokens, int heads, int kvHeads, int headDim) {
        return Double.NaN;
    }

    /**
     * Element-wise work between matrix products, such as norms, rotary positions and activation functions.
     *
     * @param bytes that are read and written in all
     * @return seconds, or NaN
     */
    default double vectorSeconds(double bytes) {
        return Double.NaN;
    }

    /**
     * Every device has bytes; in the end each has their sum.
     *
     * @param bytes on each device
     * @return seconds, or NaN
     */
    default double allReduceSeconds(int devices, double bytes) {
        return Double.NaN;
    }

    /**
     * What the host adds to one iteration that devices do not hide.
     *
     * @param layers of the model
     * @param sequences that take part in the iteration
     * @return seconds, or NaN
     */
    default double hostSeconds(double layers, double sequences) {
        return Double.NaN;
    }

    /**
     * The measured times of whole iterations of a model, where there are such for exactly that split; they take the place of
     * all others.
     *
     * @param model qualified name
     * @param tensor devices that each layer is divided over
     */
    default Optional<IterationTimes> iterations(String model, int tensor) {
        return Optional.empty();
    }

    /** The measured table of the layers of a model, where there is one for exactly that shape and split. */
    default Optional<LayerTimes> layers(LayerShape shape) {
        return Optional.empty();
    }

    /** The power of a machine with one such device, where it was measured. */
    default Optional<PowerLevels> power() {
        return Optional.empty();
    }

    /**
     * How far off the times of one sort of kernel are: the mean of {@code |predicted / measured - 1|} over shapes that the
     * fit never saw.
     *
     * @return a ratio, or NaN where it is not known
     */
    default double heldBackError(Kernel kernel) {
        return Double.NaN;
    }

    /** Where the times come from and how far off they are, one sentence to each source, for reports. */
    default List<String> sources() {
        return List.of();
    }
}
