/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * JSON: a writer and a reader for what this bundle needs, and the profile's own format.
 *
 * <p>In: profiles, or text. Out: text, or profiles. Rule: a profile that is written and read again is equal, and equal
 * profiles are the same bytes. The format is described by {@code profile.schema.json} beside these classes; every number
 * has its unit next to it or in its name, numbers are the shortest that read back the same, {@code null} is a figure that
 * there is none of, and 1e999 is infinity.
 */
@NullMarked
package org.memwright.report.json;

import org.jspecify.annotations.NullMarked;
