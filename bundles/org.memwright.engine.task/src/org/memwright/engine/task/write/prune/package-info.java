/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code prune(below)}: finished steps lose their texts. In: a step that is done. Out: outputs and summaries alone. */
@NullMarked
package org.memwright.engine.task.write.prune;

import org.jspecify.annotations.NullMarked;
