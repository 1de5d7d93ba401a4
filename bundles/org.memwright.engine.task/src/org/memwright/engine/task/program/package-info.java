/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** What mechanisms see and give: a moment of a run, and sections of a prompt. Rule: a prompt tells each entry of the log at most once. */
@NullMarked
package org.memwright.engine.task.program;

import org.jspecify.annotations.NullMarked;
