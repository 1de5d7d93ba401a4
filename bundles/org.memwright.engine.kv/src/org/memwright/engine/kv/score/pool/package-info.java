/**
 * Pooling of scores: a token's score becomes the greatest or mean one of its neighbours, so that clusters stay together.
 *
 * <p>In: the scores before it in a pipeline. Out: scores, at one operation per token, head and neighbour. Rule: keeps no
 * state.
 *
 * <p>Example: {@code attention(sum, from: recent(32 tokens)) |> pool(max, 7)}.
 */
@NullMarked
package org.memwright.engine.kv.score.pool;

import org.jspecify.annotations.NullMarked;
