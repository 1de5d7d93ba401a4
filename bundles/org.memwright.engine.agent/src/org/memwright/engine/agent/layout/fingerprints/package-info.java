/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Where short random walks from each node of a graph went. In: a graph. Out: estimates of where walks are found. Rule: of one node, shares
 * add up to about 1. Example: {@code store walks : fingerprints(walks: 100) in dram}.
 */
@NullMarked
package org.memwright.engine.agent.layout.fingerprints;

import org.jspecify.annotations.NullMarked;
