/**
 * Continuous batching: requests join and leave the batch at every iteration.
 *
 * <p>In: limits on requests and tokens, and how prompts mix with generation. Out: batches. Rule: a running request is served before
 * one that waits; when there is no room for it, the one admitted last gives way.
 *
 * <p>Example: {@code continuous(max_running: 256, max_batched: 2048 tokens, prefill: chunked)}.
 */
@NullMarked
package org.memwright.engine.kv.serve.continuous;

import org.jspecify.annotations.NullMarked;
