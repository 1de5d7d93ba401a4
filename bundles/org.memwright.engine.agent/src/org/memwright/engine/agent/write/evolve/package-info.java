/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Evolution of neighbours. In: new notes with their links. Out: the same; their neighbours are rewritten. Rule: text, time and
 * strength of a neighbour stay. Example: {@code box.add(annotate(turn)) |> box.link(nearest(k: 3)) |> box.evolve()}.
 */
@NullMarked
package org.memwright.engine.agent.write.evolve;

import org.jspecify.annotations.NullMarked;
