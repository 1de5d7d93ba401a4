/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reports: a profile as a terminal table, JSON, CSV, HTML, a Perfetto trace or JUnit XML.
 *
 * <p>In: profiles. Out: text. Rule: a report computes nothing; it writes what the profile says, the same bytes for the same
 * profile.
 */
@NullMarked
package org.memwright.report;

import org.jspecify.annotations.NullMarked;
