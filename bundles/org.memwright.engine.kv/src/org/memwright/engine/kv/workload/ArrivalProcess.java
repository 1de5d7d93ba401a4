/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.SplittableRandom;

/** Says when requests arrive: {@code arrival poisson(4 /s)}. */
public interface ArrivalProcess {
    /**
     * Draws arrivals.
     *
     * @param arrivalSeconds filled with times that never fall, in seconds from the start of the run
     * @param random of this property alone
     */
    void draw(double[] arrivalSeconds, SplittableRandom random);
}
