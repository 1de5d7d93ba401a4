/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Requests from tables: {@code requests from csv("conv.csv", arrival: TIMESTAMP, prompt: ContextTokens, output:
 * GeneratedTokens)}.
 *
 * <p>In: a file with a header and commas between cells, in quotes where a cell holds commas or line ends. Out: requests of
 * which nothing but arrival and lengths is known. Rule: every row has as many cells as the header.
 */
@NullMarked
package org.memwright.engine.kv.workload.source.csv;

import org.jspecify.annotations.NullMarked;
