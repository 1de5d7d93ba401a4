/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.meaning;

import org.memwright.lang.ide.text.Span;

/** A word of a file, or a number with its unit, and what it means there. */
public record Word(Span span, Meaning meaning) {}
