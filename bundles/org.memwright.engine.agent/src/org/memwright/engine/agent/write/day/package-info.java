/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The items of a day. In: nothing. Out: the items, oldest first. Rule: a store holds items in the order of their times.
 * Example: {@code on day_end : summarise(events.day) |> diary.merge()}.
 */
@NullMarked
package org.memwright.engine.agent.write.day;

import org.jspecify.annotations.NullMarked;
