/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Traces of tasks. In: a seed. Out: one dialogue, a session for each task. Rule: what works depends on the kind alone. Example:
 * {@code dialogue from trials(kinds: 12, tasks: 120)}.
 */
@NullMarked
package org.memwright.engine.agent.workload.trials;

import org.jspecify.annotations.NullMarked;
