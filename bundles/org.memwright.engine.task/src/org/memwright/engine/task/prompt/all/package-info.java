/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code all(log)}: everything that a store keeps. In: a text or tree. Out: all of its entries. */
@NullMarked
package org.memwright.engine.task.prompt.all;

import org.jspecify.annotations.NullMarked;
