/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.text;

import java.net.URI;

/**
 * A part of a file.
 *
 * @param file a {@code file:} address, or one inside the built-in library
 */
public record Location(URI file, Span span) {}
