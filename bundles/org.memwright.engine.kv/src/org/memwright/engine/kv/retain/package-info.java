/**
 * Retention: what a store keeps when it holds too many tokens, and where the rest goes.
 *
 * <p>In: the number of tokens of a sequence. Out: how many stay. Rule: the selectors of one rule never choose a token twice, so
 * their numbers add up, to at most all. Which tokens stay is the concern of engines that have keys and values.
 *
 * <p>Example: {@code keep cache : first(4 tokens), recent(1024 tokens)} keeps 1028 of 5000 tokens.
 */
@NullMarked
package org.memwright.engine.kv.retain;

import org.jspecify.annotations.NullMarked;
