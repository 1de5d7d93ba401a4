/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code within(2048 tokens)}: a prompt that fits. In: sections. Out: the newest of them. */
@NullMarked
package org.memwright.engine.task.prompt.within;

import org.jspecify.annotations.NullMarked;
