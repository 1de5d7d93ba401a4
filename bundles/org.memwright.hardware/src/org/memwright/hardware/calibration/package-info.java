/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Calibration: formulas for the time of a kernel whose few parameters are settled by measurements.
 *
 * <p>In: shapes of kernel calls with the seconds that each took, and the data sheet of the device. Out: a
 * {@link org.memwright.hardware.calibration.KernelFit}: the parameters, the error on shapes that the fit never saw, and
 * the range outside which it extrapolates. Where there is a measured table, {@link
 * org.memwright.hardware.calibration.GridTable} interpolates it instead.
 *
 * <p>Rule: fitting and judging never use the same shapes; points are held back by shape, not by row.
 */
@NullMarked
package org.memwright.hardware.calibration;

import org.jspecify.annotations.NullMarked;
