/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Links each new item with those nearest in meaning. In: what its arguments name. Out: links. Rule: nothing else
 * changes. Example: {@code notes.link(nearest(k: 3))}.
 */
@NullMarked
package org.memwright.engine.agent.link.nearest;

import org.jspecify.annotations.NullMarked;
