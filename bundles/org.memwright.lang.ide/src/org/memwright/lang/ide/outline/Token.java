/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.outline;

import org.memwright.lang.ide.text.Span;

/**
 * A word with its role. A comment may span several lines, all else is in one unless a unit stands below its number.
 *
 * @param declares whether it is a name where it is declared
 */
public record Token(Span span, Role role, boolean declares) {}
