/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Memories of agents that run: turns and passages are written to declared stores, forgotten by declared rules, and recalled for
 * questions whose evidence is known.
 *
 * <p>In: a {@link org.memwright.runtime.plan.RunPlan}. Out: what was recalled against what was needed, what it cost on the declared
 * hardware. Rule: what is recalled is computed by running; times are computed from operations and bytes, never measured.
 *
 * <p>Example: {@code memory Recent for agent { store log : text()  on write(turn) : log.add(turn)  on recall(query) : log.recent(k: 10) }}.
 */
@NullMarked
package org.memwright.engine.agent;

import org.jspecify.annotations.NullMarked;
