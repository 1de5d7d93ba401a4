/**
 * Moves what a store does not keep to another store or tier.
 *
 * <p>In: the name of a store of the same memory, or of a tier. Out: that place. Rule: what is moved is read once and written once,
 * in the format of where it goes.
 *
 * <p>Example: {@code keep residual : recent(128 tokens) else move(to: cache)}.
 */
@NullMarked
package org.memwright.engine.kv.retain.move;

import org.jspecify.annotations.NullMarked;
