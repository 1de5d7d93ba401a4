/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Arrivals of a batch job: {@code arrival at_once()}.
 *
 * <p>In: nothing. Out: every request at 0. Rule: they keep their order.
 */
@NullMarked
package org.memwright.engine.kv.workload.arrival.atonce;

import org.jspecify.annotations.NullMarked;
