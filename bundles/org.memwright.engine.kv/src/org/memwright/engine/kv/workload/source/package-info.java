/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reading recorded requests: what the sources of every format share.
 *
 * <p>In: a file, plain or gzip, in UTF-8 with or without a byte order mark. Out: characters, cells as numbers, and bad rows
 * as errors or counts. Rule: a file is read once, as a stream, and only what is kept of a row stays in memory.
 *
 * <p>Example of an error: {@code /traces/conv.csv:7:29: prompt 'ContextTokens' is -3, must be a whole number from 1 to
 * 1000000000.}
 */
@NullMarked
package org.memwright.engine.kv.workload.source;

import org.jspecify.annotations.NullMarked;
