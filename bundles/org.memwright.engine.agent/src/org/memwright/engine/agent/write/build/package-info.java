/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Brings the index of a store's vectors up to what is written. In: a store. Out: what came. Rule: nothing changes but who pays.
 * Example: {@code on session_end : turns.build()}.
 */
@NullMarked
package org.memwright.engine.agent.write.build;

import org.jspecify.annotations.NullMarked;
