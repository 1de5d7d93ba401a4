/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Adds other items behind those recalled. In: recalled items. Out: these and the others. Rule: nothing else changes.
 * Example: {@code events.nearest(query) |> with(profile)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.with;

import org.jspecify.annotations.NullMarked;
