/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Drawing: charts on SWTChart in the colours of the theme, legends, and axes in the units of a dimension.
 *
 * <p>In: values in base units. Out: controls. Rule: nothing here knows what a profile is.
 */
package org.memwright.ui.profile.chart;
