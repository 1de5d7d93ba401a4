/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Notes. In: items. Out: the same with tags. Rule: the text stays as it is. Example: {@code box.add(annotate(turn, tags: 4))}.
 */
@NullMarked
package org.memwright.engine.agent.write.annotate;

import org.jspecify.annotations.NullMarked;
