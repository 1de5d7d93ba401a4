/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Recalls the items nearest in meaning. In: what its arguments name. Out: items. Rule: nothing else changes. Example:
 * {@code events.nearest(query, k: 10)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.nearest;

import org.jspecify.annotations.NullMarked;
