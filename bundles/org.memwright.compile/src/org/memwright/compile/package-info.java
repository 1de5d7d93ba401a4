/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * From a checked model to a plan: the one place that knows both the language and the runtime.
 *
 * <p>In: an experiment of {@code org.memwright.model} without errors. Out: plan records of {@code org.memwright.runtime}, one per
 * run. Rule: after this step nothing knows EMF.
 */
@NullMarked
package org.memwright.compile;

import org.jspecify.annotations.NullMarked;
