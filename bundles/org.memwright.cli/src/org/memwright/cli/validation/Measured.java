/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.nio.file.Path;
import org.memwright.hardware.calibration.MeasurementFailure;

/** One measurement that can be predicted. */
interface Measured {
    /** Where it is. */
    Path path();

    /**
     * Predicts it.
     *
     * @param into gets what was predicted beside what was measured
     * @throws Unreplayable if it cannot be predicted
     * @throws MeasurementFailure if a file of it is broken
     */
    void predict(Replays replays, Findings into) throws Unreplayable, MeasurementFailure;
}
