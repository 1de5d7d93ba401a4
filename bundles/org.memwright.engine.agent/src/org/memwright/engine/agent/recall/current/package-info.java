/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Leaves out what a newer statement of the same kind replaced. In: recalled items. Out: these without what is
 * outdated. Rule: nothing else changes. Example: {@code facts.lexical(query) |> current(alike: 50%)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.current;

import org.jspecify.annotations.NullMarked;
