/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

/**
 * A level of memory of a {@link Machine}.
 *
 * <p>Units: bytes, bytes per second, seconds, joules per byte, watts, USD per byte. What a data sheet leaves out is 0
 * for latency, energy, power and price, and 1 for the access granularity.
 *
 * @param id index in {@link Machine#tiers()}
 * @param name the name in the language, such as {@code hbm}; the same in every device
 * @param device the device that it belongs to, or {@link Machine#SHARED}
 * @param computeUnit id of the compute unit that it is on, or -1
 * @param accessBytes the least that one access moves
 */
public record Tier(
        int id,
        String name,
        int device,
        int computeUnit,
        double capacityBytes,
        double readBytesPerSecond,
        double writeBytesPerSecond,
        double latencySeconds,
        double accessBytes,
        double joulesPerByte,
        double staticWatts,
        double usdPerByte) {}
