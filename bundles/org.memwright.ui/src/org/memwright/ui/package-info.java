/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The workbench's shell: application, window, perspective, and the door to the language.
 *
 * <p>In: a folder or a file to open. Out: a window with the folder as a project. Rule: only this bundle opens dialogs and
 * writes to the platform's log; what a file means is asked of {@code org.memwright.lang.ide}.
 */
package org.memwright.ui;
