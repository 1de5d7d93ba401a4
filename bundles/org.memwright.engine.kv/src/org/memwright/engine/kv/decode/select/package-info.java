/**
 * Chooses the tokens that a step of generation attends to.
 *
 * <p>In: a selector. Out: fewer tokens to read. Rule: nothing is dropped; the next step chooses anew from all that is kept.
 *
 * <p>Example: {@code on decode : select(top(2048 tokens, by: landmark(chunk: 8)))}.
 */
@NullMarked
package org.memwright.engine.kv.decode.select;

import org.jspecify.annotations.NullMarked;
