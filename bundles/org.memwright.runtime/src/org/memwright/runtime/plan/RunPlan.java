/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memwright.hardware.Machine;

/**
 * One run: one memory at one point of the grid with one seed.
 *
 * @param experiment qualified name of the experiment
 * @param column name of the column of the comparison
 * @param point values by axis of {@code vary}; they are already applied to the memory, workload and serving
 * @param seed of everything that is drawn at random
 * @param model null where the engine needs none
 * @param tensorSplit number of devices that each layer is divided over, at least 1
 * @param pipelineSplit number of groups of devices that the layers are divided over, at least 1
 * @param serving the serving rule; null for the default of the engine
 * @param measures what the run must report; an engine may report more
 * @param defaults what was left out, as {@code name = value}, for the report
 * @param strict whether the engine checks its laws as it runs
 */
public record RunPlan(
        String experiment,
        String column,
        Map<String, Value> point,
        long seed,
        Machine machine,
        @Nullable TransformerShape model,
        int tensorSplit,
        int pipelineSplit,
        MemoryPlan memory,
        WorkloadPlan workload,
        @Nullable MechanismCall serving,
        List<Objective> objectives,
        List<MetricCall> measures,
        List<String> defaults,
        boolean strict) {

    public RunPlan {
        point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
        objectives = List.copyOf(objectives);
        measures = List.copyOf(measures);
        defaults = List.copyOf(defaults);
    }
}
