/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Traces in the format of Mooncake: {@code requests from mooncake("traces/toolagent.jsonl")}.
 *
 * <p>In: one JSON object to a line: timestamp in ms, input_length, output_length, hash_ids. Out: requests whose blocks of
 * 512 tokens tell which prompts begin alike. Rule: equal ids after equal ids are equal text.
 */
@NullMarked
package org.memwright.engine.kv.workload.source.mooncake;

import org.jspecify.annotations.NullMarked;
