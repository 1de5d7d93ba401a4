/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Moving between tiers. In: nothing. Out: what was moved. Rule: an item is in one of the two stores. Example:
 * {@code on session_end : cold.migrate(to: hot, where: strength >= 3)}.
 */
@NullMarked
package org.memwright.engine.agent.write.migrate;

import org.jspecify.annotations.NullMarked;
