/**
 * The meter: charges what a run does to the hardware that it is declared on, and keeps what reports need.
 *
 * <p>In: operations, collectives, transfers and waits. Out: time by cause, bytes by tier and link, operations by unit, energy,
 * the least time that the same work could take. Rule: whoever spends time says why, so that the parts add up to the whole.
 *
 * <p>Example: {@code long nanos = meter.charge(attention, operation, layers, devices); meter.commit(1);}.
 */
@NullMarked
package org.memwright.runtime.meter;

import org.jspecify.annotations.NullMarked;
