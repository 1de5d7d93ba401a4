/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.documentation;

import org.memwright.lang.ide.text.Span;

/**
 * What is said about the word under a pointer.
 *
 * @param span the word
 * @param markdown what is said
 */
public record Hover(Span span, String markdown) {}
