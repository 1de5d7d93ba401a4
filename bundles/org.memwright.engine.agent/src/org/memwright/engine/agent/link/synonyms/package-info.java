/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Links phrases that are written nearly alike. In: what its arguments name. Out: links. Rule: nothing else changes.
 * Example: {@code graph.link(synonyms(threshold: 0.8))}.
 */
@NullMarked
package org.memwright.engine.agent.link.synonyms;

import org.jspecify.annotations.NullMarked;
