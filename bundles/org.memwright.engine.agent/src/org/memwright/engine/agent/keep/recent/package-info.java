/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Keeps the items written last. In: what its arguments name. Out: what is kept. Rule: nothing else changes. Example:
 * {@code keep log : recent(1000)}.
 */
@NullMarked
package org.memwright.engine.agent.keep.recent;

import org.jspecify.annotations.NullMarked;
