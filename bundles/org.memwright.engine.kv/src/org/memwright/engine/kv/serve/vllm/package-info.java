/**
 * The rules of the vLLM engine: its scheduler, its memory, its overheads.
 *
 * <p>In: a version and the share of memory that it may use. Out: batches as that version builds them. Rule: a rule of the engine is
 * taken over as it is, and the report says so.
 *
 * <p>Example: {@code serving vllm(version: 0.19, memory: 90%)}.
 */
@NullMarked
package org.memwright.engine.kv.serve.vllm;

import org.jspecify.annotations.NullMarked;
