/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Gives the names in a text. In: what its arguments name. Out: an item for each name. Rule: nothing else changes.
 * Example: {@code entities(query)}.
 */
@NullMarked
package org.memwright.engine.agent.write.entities;

import org.jspecify.annotations.NullMarked;
