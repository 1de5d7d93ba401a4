/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code summarise(step)}: a summary of what was done. In: the last turn of a step. Out: its summary in the tree. */
@NullMarked
package org.memwright.engine.task.write.summarise;

import org.jspecify.annotations.NullMarked;
