/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Gives items with the statements that they make. In: what its arguments name. Out: items. Rule: nothing else changes.
 * Example: {@code graph.add(triples(passage))}.
 */
@NullMarked
package org.memwright.engine.agent.write.triples;

import org.jspecify.annotations.NullMarked;
