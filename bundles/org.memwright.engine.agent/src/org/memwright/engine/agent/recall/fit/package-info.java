/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Finds the parameters of an observed growth by simulating. In: an observation. Out: the simulation with the parameters found. Rule: no more
 * simulations than allowed. Example: {@code growths.fit(simulations: 200)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.fit;

import org.jspecify.annotations.NullMarked;
