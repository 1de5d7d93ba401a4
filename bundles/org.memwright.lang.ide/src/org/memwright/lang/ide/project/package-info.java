/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The designs of a folder while they are edited.
 *
 * <p>In: files on disk and texts as one types them. Out: linked models and findings that are those of the texts at any moment.
 * Rule: a keystroke parses one file; the others are only linked again.
 */
@NullMarked
package org.memwright.lang.ide.project;

import org.jspecify.annotations.NullMarked;
