/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The built-in library: hardware, models and published systems, written in the language.
 *
 * <p>Out: {@code .memw} files as resources beside this package, each figure with its source in a comment. Rule: no code.
 */
@NullMarked
package org.memwright.catalog;

import org.jspecify.annotations.NullMarked;
