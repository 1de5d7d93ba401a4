/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What memories keep: texts with their origins, and statements.
 */
@NullMarked
package org.memwright.engine.agent.item;

import org.jspecify.annotations.NullMarked;
