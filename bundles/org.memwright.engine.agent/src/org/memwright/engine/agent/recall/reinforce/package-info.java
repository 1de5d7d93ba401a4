/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Makes what was recalled stronger and young again. In: recalled items. Out: the same items. Rule: a strength never
 * falls. Example: {@code events.nearest(query) |> reinforce(by: 1)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.reinforce;

import org.jspecify.annotations.NullMarked;
