/**
 * Drops what a store does not keep: the default, for those who want to say so.
 *
 * <p>In: nothing. Out: no place. Rule: what is dropped is gone; answers change, which is not measured here.
 *
 * <p>Example: {@code keep cache : recent(1024 tokens) else drop()}.
 */
@NullMarked
package org.memwright.engine.kv.retain.drop;

import org.jspecify.annotations.NullMarked;
