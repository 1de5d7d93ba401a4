/**
 * Pressure: what a full store does so that a running request can go on.
 *
 * <p>In: the request that gives way. Out: room. Rule: a request that gives way loses time, never tokens.
 *
 * <p>Example: {@code on full : swap(to: dram)}.
 */
@NullMarked
package org.memwright.engine.kv.pressure;

import org.jspecify.annotations.NullMarked;
