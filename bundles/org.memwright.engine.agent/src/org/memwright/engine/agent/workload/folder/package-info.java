/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reads the paragraphs of plain text and Markdown files. In: a folder. Out: one collection. Rule: files are read in
 * the order of their paths. Example: {@code documents from folder("notes")}.
 */
@NullMarked
package org.memwright.engine.agent.workload.folder;

import org.jspecify.annotations.NullMarked;
