/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What a design of an agent memory comes down to: stores, actions at events, selectors. Rule: actions know stores by name and touch nothing else.
 */
@NullMarked
package org.memwright.engine.agent.program;

import org.jspecify.annotations.NullMarked;
