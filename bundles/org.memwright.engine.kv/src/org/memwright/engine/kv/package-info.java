/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The kv engine: serving a transformer, its key-value cache in declared stores on declared hardware.
 *
 * <p>In: a plan with a model, a memory design and a request workload. Out: events and metrics of serving them. Rule: every
 * policy is a mechanism in its own package; the driver names none of them.
 */
@NullMarked
package org.memwright.engine.kv;

import org.jspecify.annotations.NullMarked;
