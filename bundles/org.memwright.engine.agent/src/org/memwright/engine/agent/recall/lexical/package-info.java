/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Recalls the items that share rare terms with the query. In: what its arguments name. Out: items. Rule: nothing else
 * changes. Example: {@code events.lexical(query, k: 10)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.lexical;

import org.jspecify.annotations.NullMarked;
