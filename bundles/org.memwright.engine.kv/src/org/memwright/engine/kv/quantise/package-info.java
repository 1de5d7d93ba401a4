/**
 * Quantisers: how keys or values are kept in fewer bits.
 *
 * <p>In: a {@link org.memwright.engine.kv.shape.KvShape}. Out: bytes per number, and how many tokens must be there before they
 * can be quantised together. Rule: the bytes of scales and zero points count. What quantising does to answers is not
 * computed here.
 *
 * <p>Example: {@code int2(per: channel, group: 32)} takes 2 bits and 32 bits of scale and zero point per 32 numbers, that
 * is 3 bits a number.
 */
@NullMarked
package org.memwright.engine.kv.quantise;

import org.jspecify.annotations.NullMarked;
