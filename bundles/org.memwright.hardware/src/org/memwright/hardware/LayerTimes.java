/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.List;

/**
 * Measured times of the named layers of one model on one device.
 *
 * <p>Units: seconds for one call of one layer. Between measured points it interpolates. Cost: no allocation.
 */
public interface LayerTimes {
    /** Names of the measured layers, such as {@code qkv_proj}; a layer's number is its place here. */
    List<String> layers();

    /** The number of a layer, or -1 where it was not measured. */
    default int layer(String name) {
        return layers().indexOf(name);
    }

    /**
     * The time of a layer.
     *
     * @param layer its number
     * @param count tokens in the call; sequences, for what runs once for each of them, such as the output head
     */
    double seconds(int layer, double count);

    /**
     * Attention of one layer over a part of one or more prompts and the decodes beside it.
     *
     * @param fresh new prompt tokens
     * @param before kept tokens of those prompts
     * @param decodes sequences that have one new token
     * @param kept kept tokens of each of those, in the mean
     * @param most kept tokens of that which has kept the most: a batch of unlike sequences takes longer than one of like ones
     */
    double attentionSeconds(double fresh, double before, double decodes, double kept, double most);
}
