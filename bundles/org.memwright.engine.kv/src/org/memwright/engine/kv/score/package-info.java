/**
 * Scores: what ranks tokens, when some must go or some are chosen.
 *
 * <p>In: a {@link org.memwright.engine.kv.shape.KvShape}. Out: what keeping and using the score costs, in bytes and operations.
 * Rule: which tokens win is not decided here, since there are no keys and values; how many win is the selector's.
 *
 * <p>Example: {@code attention(sum, from: recent(32 tokens)) |> pool(max, 7)}; the costs of a pipeline add up.
 */
@NullMarked
package org.memwright.engine.kv.score;

import org.jspecify.annotations.NullMarked;
