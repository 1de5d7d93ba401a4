/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Links items that name the same thing. In: what its arguments name. Out: links. Rule: nothing else changes. Example:
 * {@code notes.link(shared())}.
 */
@NullMarked
package org.memwright.engine.agent.link.shared;

import org.jspecify.annotations.NullMarked;
