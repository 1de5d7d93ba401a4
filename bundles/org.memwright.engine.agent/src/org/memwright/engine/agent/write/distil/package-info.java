/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Lessons. In: the lines of a trace, the first says what was wanted. Out: one item, or none where nothing was tried. Rule: words come
 * from the trace. Example: {@code on session_end : distil(traces.session) |> concepts.merge(alike: 90%)}.
 */
@NullMarked
package org.memwright.engine.agent.write.distil;

import org.jspecify.annotations.NullMarked;
