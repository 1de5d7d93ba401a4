/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Down a tree. In: items of a tree. Out: the leaves under them. Rule: each leaf comes once. Example:
 * {@code diary.nearest(query, k: 3) |> descend()}.
 */
@NullMarked
package org.memwright.engine.agent.recall.descend;

import org.jspecify.annotations.NullMarked;
