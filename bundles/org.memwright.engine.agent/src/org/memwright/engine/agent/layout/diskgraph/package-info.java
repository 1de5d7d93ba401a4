/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Vectors in a graph on a drive, walked by codes in memory. In: vectors and queries. Out: near items. Rule: each step of a walk waits
 * for the nodes that it reads. Example: {@code store turns : disk_graph(memory: dram) in ssd}.
 */
@NullMarked
package org.memwright.engine.agent.layout.diskgraph;

import org.jspecify.annotations.NullMarked;
