/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code retry(times: 3)}: another attempt. In: a failed step. Out: the same, active again. */
@NullMarked
package org.memwright.engine.task.recover.retry;

import org.jspecify.annotations.NullMarked;
