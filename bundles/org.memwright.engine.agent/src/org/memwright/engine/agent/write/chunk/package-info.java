/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Joins items that belong together into longer ones. In: what its arguments name. Out: chunks with all origins. Rule:
 * nothing else changes. Example: {@code chunk(events.session, by: topic) |> episodes.add()}.
 */
@NullMarked
package org.memwright.engine.agent.write.chunk;

import org.jspecify.annotations.NullMarked;
