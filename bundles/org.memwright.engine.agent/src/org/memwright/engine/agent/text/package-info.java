/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Texts taken apart without a model: terms, sentences, entities, times. Rule: the same text gives the same parts on every machine.
 */
@NullMarked
package org.memwright.engine.agent.text;

import org.jspecify.annotations.NullMarked;
