/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Keeps the items for which a formula holds. In: what its arguments name. Out: what is kept. Rule: nothing else
 * changes. Example: {@code keep events : where(strength > 1)}.
 */
@NullMarked
package org.memwright.engine.agent.keep.where;

import org.jspecify.annotations.NullMarked;
