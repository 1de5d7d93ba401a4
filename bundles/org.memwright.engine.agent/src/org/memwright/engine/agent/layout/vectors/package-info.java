/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Texts with sentence embeddings.
 *
 * <p>In: nothing. Out: a store. Rule: a text is embedded when it is written.
 *
 * <p>Example: {@code store events : vectors(embed: minilm) in dram}.
 */
@NullMarked
package org.memwright.engine.agent.layout.vectors;

import org.jspecify.annotations.NullMarked;
