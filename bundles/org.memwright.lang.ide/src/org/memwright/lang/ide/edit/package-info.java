/**
 * From edits of the model to the smallest changes of the text.
 *
 * <p>In: an {@link org.memwright.edit.Edit} of a parsed file. Out: {@linkplain org.memwright.lang.ide.edit.Replacement replacements}
 * in the text of that file, and of others where they mention what is renamed. Rule: what the edit does not mean stays as it is,
 * comments above all; a declaration in canonical form is still in canonical form afterwards; and parsing the new text gives the
 * model that applying the edit gives.
 *
 * <p>Example: {@code new MoveStore(cache, "dram")} on {@code store cache : kv() in hbm // fast} replaces {@code hbm}.
 */
@NullMarked
package org.memwright.lang.ide.edit;

import org.jspecify.annotations.NullMarked;
