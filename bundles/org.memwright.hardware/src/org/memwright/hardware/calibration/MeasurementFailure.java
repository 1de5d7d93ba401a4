/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

/** A file of measurements that cannot be used: the message says which, where and why. */
public final class MeasurementFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what would help */
    public MeasurementFailure(String message) {
        super(message);
    }

    /** @param message what is wrong and what would help */
    public MeasurementFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
