/**
 * Swaps a request out to a tier, and in again when there is room.
 *
 * <p>In: the tier. Out: room, once the transfer is over. Rule: transfers queue on their links; where the tier is full the request
 * is computed again, and that is counted.
 *
 * <p>Example: {@code on full : swap(to: dram)}.
 */
@NullMarked
package org.memwright.engine.kv.pressure.swap;

import org.jspecify.annotations.NullMarked;
