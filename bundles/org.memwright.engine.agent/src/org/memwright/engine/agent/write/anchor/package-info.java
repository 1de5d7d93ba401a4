/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Makes texts nodes of a graph. In: texts with statements. Out: the same. Rule: their phrases are in the graph before. Example:
 * {@code graph.add(triples(passage)), graph.anchor(triples(passage))}.
 */
@NullMarked
package org.memwright.engine.agent.write.anchor;

import org.jspecify.annotations.NullMarked;
