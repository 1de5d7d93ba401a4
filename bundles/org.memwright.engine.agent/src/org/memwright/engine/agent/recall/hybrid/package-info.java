/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Recalls by terms and by meaning together. In: what its arguments name. Out: items. Rule: nothing else changes.
 * Example: {@code events.hybrid(query, dense: 50%) |> top(10)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.hybrid;

import org.jspecify.annotations.NullMarked;
