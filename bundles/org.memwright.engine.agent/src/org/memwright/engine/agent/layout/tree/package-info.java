/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Trees of items. In: items, and which lie under which. Out: a store whose levels are searched together. Rule: an item lies
 * under at most one other, written later. Example: {@code store diary : tree(embed: hash)}.
 */
@NullMarked
package org.memwright.engine.agent.layout.tree;

import org.jspecify.annotations.NullMarked;
