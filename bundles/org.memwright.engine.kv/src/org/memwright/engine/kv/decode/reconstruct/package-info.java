/**
 * Rebuilds keys or values from their low-rank form.
 *
 * <p>In: a store of low rank. Out: one product per chosen token with the basis of its sequence. Rule: the basis is read once per
 * sequence and step.
 *
 * <p>Example: {@code on decode : select(...) |> fetch(values) |> reconstruct(keys)}.
 */
@NullMarked
package org.memwright.engine.kv.decode.reconstruct;

import org.jspecify.annotations.NullMarked;
