/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Learning. In: items. Out: the same. Rule: no more bytes are kept than before. Example:
 * {@code on outcome(useful) : self.learn(useful)}.
 */
@NullMarked
package org.memwright.engine.agent.write.learn;

import org.jspecify.annotations.NullMarked;
