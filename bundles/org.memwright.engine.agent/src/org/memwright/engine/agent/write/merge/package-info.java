/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Growing a store by what is new. In: items. Out: those that were written. Rule: nothing is written twice, and every origin
 * is kept. Example: {@code on session_end : summarise(events.session) |> profile.merge()}.
 */
@NullMarked
package org.memwright.engine.agent.write.merge;

import org.jspecify.annotations.NullMarked;
