/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Writes sentences to a store that are not in it yet. In: what its arguments name. Out: the items that were new. Rule:
 * nothing else changes. Example: {@code summarise(events.session) |> profile.merge()}.
 */
@NullMarked
package org.memwright.engine.agent.write.merge;

import org.jspecify.annotations.NullMarked;
