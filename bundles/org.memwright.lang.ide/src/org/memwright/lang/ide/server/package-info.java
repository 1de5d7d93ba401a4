/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The language server: what {@code memwright lsp} speaks with any editor.
 *
 * <p>In: messages of the Language Server Protocol on a stream. Out: the same on another stream, and nothing else there. Rule: this package
 * translates; whatever knows the language is asked of {@link org.memwright.lang.ide.Workspace}.
 */
@NullMarked
package org.memwright.lang.ide.server;

import org.jspecify.annotations.NullMarked;
