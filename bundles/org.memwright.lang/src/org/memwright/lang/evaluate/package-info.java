/**
 * What a declaration means: expressions as quantities, declarations with all that they inherit, models as shapes.
 *
 * <p>In: a linked model. Out: quantities, whole declarations and {@code TransformerShape}s. Checks, editor and compiler all ask here,
 * so that there is one meaning of each expression. Rule: what cannot be evaluated says where and why; nothing is guessed.
 *
 * <p>Example: in {@code param budget = 20%} and {@code recent(budget / 2)} the argument is 10%; under {@code H2O(budget: 5%)} it is
 * 2.5%.
 */
@NullMarked
package org.memwright.lang.evaluate;

import org.jspecify.annotations.NullMarked;
