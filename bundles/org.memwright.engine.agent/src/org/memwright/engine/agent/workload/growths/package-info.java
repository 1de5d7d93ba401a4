/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Makes simulated growths of tumours, and asks which of them an observation is. In: a seed. Out: one database. Rule: the same seed makes the
 * same observations. Example: {@code documents from growths(patients: 40)}.
 */
@NullMarked
package org.memwright.engine.agent.workload.growths;

import org.jspecify.annotations.NullMarked;
