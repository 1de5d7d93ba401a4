/**
 * Quantisation to short floating-point numbers: {@code fp8}, with one scale per tensor or one per group.
 *
 * <p>In: axis and group. Out: bytes, of scales too. Rule: there is no zero point, the format has a sign.
 *
 * <p>Example: {@code pages(keys: fp8(), values: fp8())}.
 */
@NullMarked
package org.memwright.engine.kv.quantise.floating;

import org.jspecify.annotations.NullMarked;
