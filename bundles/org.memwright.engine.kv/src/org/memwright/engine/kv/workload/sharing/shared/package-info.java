/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Prompts that begin with one of a few texts, as with system prompts: {@code prefix shared(512 tokens, groups: 10, zipf: 1.1)}.
 *
 * <p>In: length and number of the common beginnings, and how uneven their use is. Out: the group of each request. Rule: the
 * beginning lies inside the prompt, so no prompt is shorter.
 */
@NullMarked
package org.memwright.engine.kv.workload.sharing.shared;

import org.jspecify.annotations.NullMarked;
