/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code steps from model()}: a language model does the steps. In: a prompt. Out: what it answers, from the cache where it was asked before. */
@NullMarked
package org.memwright.engine.task.drive.model;

import org.jspecify.annotations.NullMarked;
