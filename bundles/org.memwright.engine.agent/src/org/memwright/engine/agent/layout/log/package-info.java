/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * A log. In: items. Out: the same in their order. Rule: it is not searched. Example: {@code store stream : log() in ssd}.
 */
@NullMarked
package org.memwright.engine.agent.layout.log;

import org.jspecify.annotations.NullMarked;
