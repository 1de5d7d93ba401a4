/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

/**
 * Measured times of whole iterations of one model on so many devices, host and collectives included.
 *
 * <p>Units: seconds. Between measured points it interpolates. Cost: no allocation.
 */
public interface IterationTimes {
    /**
     * An iteration that processes prompts.
     *
     * @param tokens of all prompts together
     */
    double promptSeconds(double tokens);

    /** An iteration in which every sequence has one new token. */
    double tokenSeconds(double sequences);
}
