/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Texts in the order in which they were written.
 *
 * <p>In: nothing. Out: a store. Rule: texts are found by terms and by order.
 *
 * <p>Example: {@code store log : text()}.
 */
@NullMarked
package org.memwright.engine.agent.layout.text;

import org.jspecify.annotations.NullMarked;
