/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Who does the steps. In: a prompt. Out: an answer with outputs or the reason of a failure. Rule: the same seed gives the same answers. */
@NullMarked
package org.memwright.engine.task.drive;

import org.jspecify.annotations.NullMarked;
