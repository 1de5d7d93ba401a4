/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What may be written where the caret stands.
 *
 * <p>In: a text, finished or not, and an offset. Out: proposals with what they insert and what they mean. Rule: a proposal fits: the
 * words before the caret and the proposed one are the beginning of a design that parses, and what is inserted is in canonical form.
 *
 * <p>Example: after {@code store cache : } the layouts of the memory's engine, inside {@code pages(} its parameters, after {@code size:
 * 16 } the unit {@code tokens}.
 */
@NullMarked
package org.memwright.lang.ide.proposals;

import org.jspecify.annotations.NullMarked;
