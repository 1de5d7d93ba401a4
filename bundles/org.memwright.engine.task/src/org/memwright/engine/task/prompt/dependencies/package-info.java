/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code dependencies()}: what a step uses, from anywhere in the tree. In: the declared uses. Out: the outputs of the steps that they name. */
@NullMarked
package org.memwright.engine.task.prompt.dependencies;

import org.jspecify.annotations.NullMarked;
