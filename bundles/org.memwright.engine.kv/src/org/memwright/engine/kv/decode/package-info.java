/**
 * What a step of generation does before it attends: choose tokens, fetch them, rebuild them.
 *
 * <p>In: the actions of {@code on decode}, in order. Out: {@link org.memwright.engine.kv.decode.DecodeReads}, what attention
 * reads. Rule: without an action, attention reads everything that is kept.
 *
 * <p>Example: {@code on decode : select(top(2048 tokens, by: landmark(chunk: 8))) |> fetch(values) |> reconstruct(keys)}.
 */
@NullMarked
package org.memwright.engine.kv.decode;

import org.jspecify.annotations.NullMarked;
