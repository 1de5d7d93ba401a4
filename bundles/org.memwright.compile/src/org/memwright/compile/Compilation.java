/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.runtime.plan.ExperimentPlan;

/**
 * What compiling an experiment gave.
 *
 * @param plan null where a problem is more than a warning
 * @param problems in the order in which they were found; empty where all is well
 */
public record Compilation(@Nullable ExperimentPlan plan, List<Problem> problems) {
    public Compilation {
        problems = List.copyOf(problems);
    }

    /** The plan, if there is one. */
    public Optional<ExperimentPlan> successful() {
        return Optional.ofNullable(plan);
    }
}
