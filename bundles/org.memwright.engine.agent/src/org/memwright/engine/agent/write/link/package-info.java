/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Links what was written with what is kept. In: what its arguments name. Out: items. Rule: nothing else changes.
 * Example: {@code graph.link(synonyms(threshold: 0.8))}.
 */
@NullMarked
package org.memwright.engine.agent.write.link;

import org.jspecify.annotations.NullMarked;
