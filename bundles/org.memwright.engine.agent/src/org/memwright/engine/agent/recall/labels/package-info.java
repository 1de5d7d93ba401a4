/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Collects the labels of the recalled texts. In: texts. Out: labels with the texts that have them. Rule: a label counts once for each text.
 * Example: {@code posts.lexical(query, k: 20) |> labels(k: 1)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.labels;

import org.jspecify.annotations.NullMarked;
