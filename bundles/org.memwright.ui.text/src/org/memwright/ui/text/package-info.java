/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The text editor: highlighting, proposals, hover and problems of {@code .memw} files on the platform's generic editor.
 *
 * <p>In: a document and a position. Out: colours, proposals, texts and markers. Rule: nothing here knows the grammar; every
 * answer comes from the services that also answer the language server's clients, so all editors say the same.
 */
package org.memwright.ui.text;
