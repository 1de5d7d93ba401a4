/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Editing the language, for every editor: proposals, hover, quick fixes, rename and the language server.
 *
 * <p>In: text and a position. Out: proposals, text edits and messages of the Language Server Protocol. Rule: nothing here
 * opens a window; the workbench and any other editor are clients.
 */
@NullMarked
package org.memwright.lang.ide;

import org.jspecify.annotations.NullMarked;
