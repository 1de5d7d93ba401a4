/**
 * Preempts a request: frees its pages, and computes or moves back what was in them later.
 *
 * <p>In: recompute or swap. Out: room at once for recompute, after the transfer for swap. Rule: the request that was admitted
 * last gives way first.
 *
 * <p>Example: {@code on full : preempt(recompute)}.
 */
@NullMarked
package org.memwright.engine.kv.pressure.preempt;

import org.jspecify.annotations.NullMarked;
