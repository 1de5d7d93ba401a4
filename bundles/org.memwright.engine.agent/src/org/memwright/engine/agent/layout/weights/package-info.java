/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Parametric memory. In: pairs of texts, as {@code learn} gives them. Out: for the first of a pair, a vector near the second,
 * which {@code associate} looks up. Rule: bytes do not depend on how much was learnt. Example: {@code store self : weights(embed: hash)}.
 */
@NullMarked
package org.memwright.engine.agent.layout.weights;

import org.jspecify.annotations.NullMarked;
