/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Joins two rankings. In: what its arguments name. Out: items. Rule: nothing else changes. Example: {@code
 * fuse(events.lexical(query), events.nearest(query))}.
 */
@NullMarked
package org.memwright.engine.agent.recall.fuse;

import org.jspecify.annotations.NullMarked;
