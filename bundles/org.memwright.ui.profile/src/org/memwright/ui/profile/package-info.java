/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Views of profiles: what a run, or two side by side, came to.
 *
 * <p>In: a kept run. Out: tables and charts of the view models of {@code org.memwright.profile.view}. Rule: a view adds pixels and
 * colours, never numbers; all views show the same run, and a click in one selects the design in all.
 */
package org.memwright.ui.profile;
