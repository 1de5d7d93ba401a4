/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Links by a Gaussian mixture. In: items written since the last time. Out: links. Rule: the same similarities give the same
 * links. Example: {@code turns.link(mixture())}.
 */
@NullMarked
package org.memwright.engine.agent.link.mixture;

import org.jspecify.annotations.NullMarked;
