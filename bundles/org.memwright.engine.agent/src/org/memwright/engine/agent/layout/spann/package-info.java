/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Vectors in lists around heads, the heads in memory and the lists on a drive. In: vectors and queries. Out: near items. Rule: no
 * list is read whose head is much further than the nearest. Example: {@code store turns : spann(heads: dram) in ssd}.
 */
@NullMarked
package org.memwright.engine.agent.layout.spann;

import org.jspecify.annotations.NullMarked;
