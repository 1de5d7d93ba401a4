/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

/**
 * The power of a whole machine as it was measured: while its device works, for a time after that, and later.
 *
 * <p>Devices stay ready for some seconds after their last kernel, with memory at full clock, before they rest. Measured power
 * contains every byte and operation, so that no energy of these is added to it.
 *
 * @param workingWatts while the device computes or moves
 * @param standbyWatts when it has stopped, for the time that follows
 * @param holdSeconds how long it stays ready after its last kernel
 * @param idleWatts when it rests
 */
public record PowerLevels(double workingWatts, double standbyWatts, double holdSeconds, double idleWatts) {}
