/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Gives the items of a store that were written in the session that goes on or just ended. In: what its arguments name.
 * Out: items. Rule: nothing else changes. Example: {@code summarise(events.session)}.
 */
@NullMarked
package org.memwright.engine.agent.write.session;

import org.jspecify.annotations.NullMarked;
