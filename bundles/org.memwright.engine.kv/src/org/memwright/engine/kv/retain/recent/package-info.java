/**
 * Keeps the last tokens of a sequence, the local window.
 *
 * <p>In: how many. Out: their number. Rule: position decides, nothing is ranked.
 *
 * <p>Example: {@code keep residual : recent(128 tokens) else move(to: cache)}.
 */
@NullMarked
package org.memwright.engine.kv.retain.recent;

import org.jspecify.annotations.NullMarked;
