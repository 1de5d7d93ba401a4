/**
 * The loop of a run: what happens next, and in which order.
 *
 * <p>In: numbers with a key, such as a time. Out: the number with the least key. Rule: equal keys leave in the order of their
 * numbers, so that a run never depends on chance.
 *
 * <p>Example: {@code queue.add(arrivalNanos, request); if (queue.firstKey() <= now) queue.remove();}.
 */
@NullMarked
package org.memwright.runtime.loop;

import org.jspecify.annotations.NullMarked;
