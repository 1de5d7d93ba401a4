/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Vocabulary: the words that the engines bring to the language.
 *
 * <p>In: annotations ({@link org.memwright.runtime.vocabulary.Mechanism}, {@link org.memwright.runtime.vocabulary.Param},
 * {@link org.memwright.runtime.vocabulary.Metric}) on the engines' classes. Out: words as records, that validation,
 * content assist, hover and {@code memwright explain} read. The grammar knows kinds of mechanisms, never their names.
 *
 * <p>Rule: a word that is not here is an error in the editor of a file for an engine that is built.
 */
@NullMarked
package org.memwright.runtime.vocabulary;

import org.jspecify.annotations.NullMarked;
