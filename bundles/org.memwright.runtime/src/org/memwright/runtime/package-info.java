/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The run: plan records in, events and measures out, simulated time between.
 *
 * <p>Also holds the interfaces that engines and mechanisms implement and the annotations by which they declare their names,
 * parameters and metrics. Rule: a run is a function of its plan and its seed.
 */
@NullMarked
package org.memwright.runtime;

import org.jspecify.annotations.NullMarked;
