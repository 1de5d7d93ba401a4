/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Picks the sentences that say most of what their text is about. In: what its arguments name. Out: sentences with
 * their origins. Rule: nothing else changes. Example: {@code summarise(events.session, sentences: 3)}.
 */
@NullMarked
package org.memwright.engine.agent.write.summarise;

import org.jspecify.annotations.NullMarked;
