/**
 * Serving rules: which requests run in an iteration, and with how many tokens.
 *
 * <p>In: a {@link org.memwright.engine.kv.serve.Service}, once per iteration. Out: the batch of the iteration, built by calls on it.
 * Rule: a rule never sees bytes or time; it asks for tokens to be run and is told whether there is room.
 *
 * <p>Example: {@code serving continuous(max_running: 256, max_batched: 2048 tokens, prefill: chunked)}.
 */
@NullMarked
package org.memwright.engine.kv.serve;

import org.jspecify.annotations.NullMarked;
