/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Streams of clips. In: a seed. Out: one dialogue, a session for each scene. Rule: each clip of a scene answers its question.
 * Example: {@code dialogue from clips(scenes: 60, clips: 30)}.
 */
@NullMarked
package org.memwright.engine.agent.workload.clips;

import org.jspecify.annotations.NullMarked;
