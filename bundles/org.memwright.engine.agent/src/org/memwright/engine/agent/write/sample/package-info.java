/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Walks from every node of a graph. In: a graph. Out: what came. Rule: what was kept of walks before is replaced. Example:
 * {@code on session_end : walks.sample(graph)}.
 */
@NullMarked
package org.memwright.engine.agent.write.sample;

import org.jspecify.annotations.NullMarked;
