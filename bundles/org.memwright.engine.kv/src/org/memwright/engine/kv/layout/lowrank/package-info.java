/**
 * Keys or values as the product of two thin matrices: one row per token, and one basis per sequence.
 *
 * <p>In: part and rank. Out: bytes of rows and bases; operations to decompose and to rebuild. Rule: what is kept is the projection;
 * what it loses is not computed here.
 *
 * <p>Example: {@code store keys : low_rank(part: keys, rank: 160) in hbm}.
 */
@NullMarked
package org.memwright.engine.kv.layout.lowrank;

import org.jspecify.annotations.NullMarked;
