/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Trees grow. In: items and what sums them up. Out: the item above. Rule: it is written after all that lies under it.
 * Example: {@code on session_end : diary.raise(summarise(diary.session), over: diary.session)}.
 */
@NullMarked
package org.memwright.engine.agent.write.raise;

import org.jspecify.annotations.NullMarked;
