/**
 * The landmark score: chunks of tokens are ranked by the product of the query and the mean key of the chunk.
 *
 * <p>In: the length of a chunk. Out: one kept key per chunk, and one product per chunk, head and step. Rule: landmarks stay on
 * the compute unit's tier, wherever the keys themselves are.
 *
 * <p>Example: {@code select(top(2048 tokens, by: landmark(chunk: 8)))}.
 */
@NullMarked
package org.memwright.engine.kv.score.landmark;

import org.jspecify.annotations.NullMarked;
