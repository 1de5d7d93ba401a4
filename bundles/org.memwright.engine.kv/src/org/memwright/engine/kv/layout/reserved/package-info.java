/**
 * Keys and values in one contiguous extent per request, reserved when the request is admitted.
 *
 * <p>In: quantisers, part, how far to reserve. Out: bytes, of which those that no token ever takes are internal fragmentation.
 * Rule: what is reserved is never given to another request while this one runs.
 *
 * <p>Example: {@code store cache : kv() in hbm}.
 */
@NullMarked
package org.memwright.engine.kv.layout.reserved;

import org.jspecify.annotations.NullMarked;
