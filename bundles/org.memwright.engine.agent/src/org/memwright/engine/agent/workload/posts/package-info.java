/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Makes short posts with labels. In: a seed. Out: one stream. Rule: labels that are everywhere say nothing of a topic. Example:
 * {@code documents from posts(topics: 20)}.
 */
@NullMarked
package org.memwright.engine.agent.workload.posts;

import org.jspecify.annotations.NullMarked;
