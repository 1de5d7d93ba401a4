/**
 * The attention score: how much attention a token has got.
 *
 * <p>In: how weights add up, and of which queries. Out: accumulators beside the cache and the cost of forming them. Rule: fused
 * attention never writes its weights, so those of a prompt are formed a second time.
 *
 * <p>Example: {@code top(20%, by: attention(sum))}.
 */
@NullMarked
package org.memwright.engine.kv.score.attention;

import org.jspecify.annotations.NullMarked;
