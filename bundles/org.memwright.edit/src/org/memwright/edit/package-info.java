/**
 * Edits of a design, as a diagram or a property sheet makes them.
 *
 * <p>In: parts of a model and what to do with them, such as {@code new MoveStore(store, "dram")}. Out: {@linkplain Change changes} of
 * the model, which {@link Edit#apply} makes and {@link Edit#revert} takes back. Rule: an edit that cannot be made says why before
 * anything changes, and apply, revert, apply leaves equal models.
 *
 * <p>Text is another bundle's business: {@code org.memwright.lang.ide.edit} turns the same changes into changes of the file.
 */
@NullMarked
package org.memwright.edit;

import org.jspecify.annotations.NullMarked;
