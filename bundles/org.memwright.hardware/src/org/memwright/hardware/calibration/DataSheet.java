/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

/**
 * What a formula takes from the data sheet of a device; it is given, not fitted.
 *
 * @param operationsPerSecond peak at the precision of the kernel
 * @param bytesPerSecond bandwidth of the memory that the kernel streams from
 * @param cacheBytes capacity of the last cache in front of that memory
 * @param cores streaming multiprocessors, or what else runs one tile at a time
 */
public record DataSheet(double operationsPerSecond, double bytesPerSecond, double cacheBytes, double cores) {
    public DataSheet {
        require("peak", operationsPerSecond);
        require("bandwidth", bytesPerSecond);
        require("cache", cacheBytes);
        require("cores", cores);
    }

    private static void require(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("data sheet: " + what + " is " + value + ", must be above 0 and finite");
        }
    }
}
