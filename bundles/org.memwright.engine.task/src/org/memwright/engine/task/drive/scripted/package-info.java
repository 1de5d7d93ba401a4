/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code steps from scripted(failures: 20%)}: an agent by rules. In: a task and a seed. Out: answers of made sentences. */
@NullMarked
package org.memwright.engine.task.drive.scripted;

import org.jspecify.annotations.NullMarked;
