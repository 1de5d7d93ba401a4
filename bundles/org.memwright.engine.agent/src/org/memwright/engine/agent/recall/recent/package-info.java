/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Recalls the items written last. In: what its arguments name. Out: items. Rule: nothing else changes. Example: {@code
 * log.recent(k: 10)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.recent;

import org.jspecify.annotations.NullMarked;
