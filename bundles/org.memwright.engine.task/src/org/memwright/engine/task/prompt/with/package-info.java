/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code with(siblings(summary))}: two prompts as one. In: sections. Out: both, each entry once. */
@NullMarked
package org.memwright.engine.task.prompt.with;

import org.jspecify.annotations.NullMarked;
