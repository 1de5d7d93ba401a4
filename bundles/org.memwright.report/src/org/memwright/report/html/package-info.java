/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The report in HTML: one file with its charts, that needs no network and nothing else.
 *
 * <p>In: profiles. Out: text. Rule: charts draw the view models of {@code org.memwright.profile.view}; every text of a
 * design is escaped where it is written.
 */
@NullMarked
package org.memwright.report.html;

import org.jspecify.annotations.NullMarked;
