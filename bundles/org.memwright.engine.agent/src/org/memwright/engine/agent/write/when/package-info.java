/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Scripted policies. In: items. Out: those that have a feature. Rule: the same text passes on every machine. Example:
 * {@code on write(turn) : when(turn, has: date) |> episodes.add()}.
 */
@NullMarked
package org.memwright.engine.agent.write.when;

import org.jspecify.annotations.NullMarked;
