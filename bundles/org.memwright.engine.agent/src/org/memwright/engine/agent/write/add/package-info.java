/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Writes items to a store. In: what its arguments name. Out: the items as they are kept. Rule: nothing else changes.
 * Example: {@code events.add(turn, strength: 1)}.
 */
@NullMarked
package org.memwright.engine.agent.write.add;

import org.jspecify.annotations.NullMarked;
