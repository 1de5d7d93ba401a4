/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.SplittableRandom;

/** Says how long prompts or answers are: {@code prompt lognormal(mean: 1024 tokens, cv: 1.2)}. */
public interface LengthDistribution {
    /**
     * Draws one length in tokens, before rounding: whoever asks rounds to the nearest whole number, halves up, and takes 1
     * for less than 1.
     *
     * @param random of this property alone
     */
    double draw(SplittableRandom random);
}
