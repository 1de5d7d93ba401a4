/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Notes that later ones can rewrite. In: items with marks, as {@code annotate} gives them. Out: a store that is searched by
 * text and marks together. Rule: rewriting keeps number, time and strength. Example: {@code store box : notes(embed: hash)}.
 */
@NullMarked
package org.memwright.engine.agent.layout.notes;

import org.jspecify.annotations.NullMarked;
