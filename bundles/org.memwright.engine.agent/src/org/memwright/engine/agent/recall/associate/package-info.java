/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Recall by weights. In: a query. Out: items of a store, best first. Rule: nothing where nothing was learnt. Example:
 * {@code self.associate(from: records, query)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.associate;

import org.jspecify.annotations.NullMarked;
