/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What each word of a design means.
 *
 * <p>In: a linked model and the vocabulary. Out: words with their places and what they stand for: a declaration, a mechanism, a
 * metric, a quantity. Rule: hover, colours, definitions, references and rename all ask here, so that they agree.
 *
 * <p>Example: in {@code swap(to: dram)} the words are a mechanism, its parameter, and a tier of the hardware that the memory is run on.
 */
@NullMarked
package org.memwright.lang.ide.meaning;

import org.jspecify.annotations.NullMarked;
