/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code text()}: how a store of this engine lies. In: the goal, beginnings of steps and turns. Out: what rules may tell. */
@NullMarked
package org.memwright.engine.task.layout.text;

import org.jspecify.annotations.NullMarked;
