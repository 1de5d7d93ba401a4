/**
 * The part of a transformer's keys and values that one device holds.
 *
 * <p>In: a model and how it is split over devices. Out: counts of layers, heads and numbers. Rule: every byte of a
 * key-value cache follows from {@link org.memwright.engine.kv.shape.KvShape} and a layout, exactly.
 */
@NullMarked
package org.memwright.engine.kv.shape;

import org.jspecify.annotations.NullMarked;
