/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Requests with the tokens of their prompts: {@code requests from jsonl("runs/sharegpt.jsonl")}.
 *
 * <p>In: one JSON object to a line, with lengths, an arrival and, where they were recorded, token ids. Out: requests whose
 * tokens tell which prompts begin alike, at any size of block. Rule: a list of token ids is as long as the length beside it
 * says.
 */
@NullMarked
package org.memwright.engine.kv.workload.source.jsonl;

import org.jspecify.annotations.NullMarked;
