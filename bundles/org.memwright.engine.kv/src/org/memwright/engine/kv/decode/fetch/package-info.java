/**
 * Fetches the chosen tokens of a store that lies in another tier.
 *
 * <p>In: a store. Out: scattered reads over the links to the compute unit. Rule: each token of each layer is a piece of its own,
 * rounded up to what the tiers move at once.
 *
 * <p>Example: {@code on decode : select(...) |> fetch(values)}.
 */
@NullMarked
package org.memwright.engine.kv.decode.fetch;

import org.jspecify.annotations.NullMarked;
