/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * View models: what a chart or table shows, without saying how it is drawn.
 *
 * <p>In: an experiment's profile. Out: rows, lines and points with their units, the same for the terminal, HTML and the
 * workbench. Rule: whoever draws adds pixels and colours, never numbers. Example: {@code ComparisonTable.of(profile)}.
 */
@NullMarked
package org.memwright.profile.view;

import org.jspecify.annotations.NullMarked;
