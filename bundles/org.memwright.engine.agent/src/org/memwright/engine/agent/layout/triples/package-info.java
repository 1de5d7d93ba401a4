/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * A graph of statements. In: what its arguments name. Out: a store. Rule: nothing else changes. Example: {@code store
 * graph : triples(extract: openie) in dram}.
 */
@NullMarked
package org.memwright.engine.agent.layout.triples;

import org.jspecify.annotations.NullMarked;
