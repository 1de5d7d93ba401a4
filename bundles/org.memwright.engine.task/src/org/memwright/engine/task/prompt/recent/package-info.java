/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code recent(log, k: 8)}: the end of a transcript. In: a text. Out: its last entries. */
@NullMarked
package org.memwright.engine.task.prompt.recent;

import org.jspecify.annotations.NullMarked;
