/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The built-in library: hardware and models, written in the language.
 *
 * <p>Out: {@code .memw} files as resources beside this package, {@code hardware/} in the package {@code
 * memwright.hardware} and {@code models/} in {@code memwright.models}, and {@link Catalog} that lists them. Rule: the
 * figures live in the files, each with its source in a comment, never in Java; a file that is added is added to {@code
 * index.txt}. Example: {@code import memwright.hardware.*} and {@code on A100_80G}.
 */
@NullMarked
package org.memwright.catalog;

import org.jspecify.annotations.NullMarked;
