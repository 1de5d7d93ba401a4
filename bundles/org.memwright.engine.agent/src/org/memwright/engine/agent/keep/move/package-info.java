/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Writes what a keep rule gives up to another store. In: items. Out: the same items in the other store. Rule: nothing
 * else changes. Example: {@code keep recent : recent(100) else move(to: archive)}.
 */
@NullMarked
package org.memwright.engine.agent.keep.move;

import org.jspecify.annotations.NullMarked;
