/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Profiles: what a run leaves behind.
 *
 * <p>In: the events and measures of a run. Out: measures with their explanations, and the view models that the terminal, HTML
 * and the workbench all draw. Rule: every number carries its unit and can say how it came about.
 */
@NullMarked
package org.memwright.profile;

import org.jspecify.annotations.NullMarked;
