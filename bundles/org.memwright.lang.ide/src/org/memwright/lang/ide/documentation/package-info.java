/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What is said about a word: in a hover, beside a proposal.
 *
 * <p>In: a meaning. Out: Markdown with definition, parameters, units and ranges, source, and values computed from the design. Rule: one
 * wording for every editor; figures come from {@code lang.evaluate}, never from a second formula.
 */
@NullMarked
package org.memwright.lang.ide.documentation;

import org.jspecify.annotations.NullMarked;
