/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Texts turned into vectors, in process. Rule: a vector depends on the text and the model alone.
 */
@NullMarked
package org.memwright.engine.agent.embed;

import org.jspecify.annotations.NullMarked;
