/**
 * Keeps the first tokens of a sequence, the attention sinks.
 *
 * <p>In: how many. Out: their number. Rule: position decides, nothing is ranked.
 *
 * <p>Example: {@code keep cache : first(4 tokens), recent(1024 tokens)}.
 */
@NullMarked
package org.memwright.engine.kv.retain.first;

import org.jspecify.annotations.NullMarked;
