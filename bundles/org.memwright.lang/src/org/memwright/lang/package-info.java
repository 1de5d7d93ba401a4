/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The language: grammar, linking, scoping, checks and formatter.
 *
 * <p>In: text. Out: a checked model of {@code org.memwright.model} and issues with position, values and remedy. Rule: the grammar
 * knows kinds, never names; the names of mechanisms and metrics come from the vocabulary of {@code org.memwright.runtime}.
 */
@NullMarked
package org.memwright.lang;

import org.jspecify.annotations.NullMarked;
