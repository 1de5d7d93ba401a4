/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Stores of texts: a journal that no crash harms, columns, an index of terms and vectors. Rule: what was acknowledged is there when the store is opened again.
 */
@NullMarked
package org.memwright.engine.agent.store;

import org.jspecify.annotations.NullMarked;
