/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Prefix reuse: which blocks of keys and values that were computed for one request still serve the next.
 *
 * <p>In: chains of block ids from {@link org.memwright.engine.kv.workload.BlockChains}. Out: how many leading blocks of a
 * chain are resident, and which blocks a full cache gives up.
 *
 * <p>Rule: a block in use is never given up; each use is counted once and released once. Blocks have one size.
 *
 * <p>Example: {@code int hit = index.lookup(ids, from, to, promptTokens); int held = index.retain(ids, from, to);} and, when
 * the request is done, {@code index.release(ids, from, from + held);}.
 */
@NullMarked
package org.memwright.engine.kv.prefix;

import org.jspecify.annotations.NullMarked;
