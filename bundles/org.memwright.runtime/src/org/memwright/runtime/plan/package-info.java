/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Plans: what a checked design comes down to before it runs, as plain records.
 *
 * <p>In: a checked model, by {@code org.memwright.compile}. Out: everything that a run depends on, and nothing else; so
 * a run is a function of its {@link org.memwright.runtime.plan.RunPlan} and of the data files that the plan names.
 *
 * <p>Rule: quantities are evaluated, names are resolved, defaults are filled in and marked.
 */
@NullMarked
package org.memwright.runtime.plan;

import org.jspecify.annotations.NullMarked;
