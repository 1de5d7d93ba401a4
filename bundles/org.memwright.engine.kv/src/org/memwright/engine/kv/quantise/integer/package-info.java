/**
 * Quantisation to integers: {@code int8}, {@code int4}, {@code int2}, with a scale and a zero point per group.
 *
 * <p>In: bits, axis, group. Out: bytes, of scales and zero points too. Rule: a group along a channel waits until its tokens
 * are there.
 *
 * <p>Example: {@code kv(keys: int2(per: channel, group: 32), values: int2(per: token, group: 32))}.
 */
@NullMarked
package org.memwright.engine.kv.quantise.integer;

import org.jspecify.annotations.NullMarked;
