/**
 * Keeps the tokens with the greatest score.
 *
 * <p>In: how many, and the score. Out: their number, and what ranking costs. Rule: ranks what the other selectors of the rule
 * leave.
 *
 * <p>Example: {@code keep cache : recent(10%), top(10%, by: attention(sum))}.
 */
@NullMarked
package org.memwright.engine.kv.retain.top;

import org.jspecify.annotations.NullMarked;
