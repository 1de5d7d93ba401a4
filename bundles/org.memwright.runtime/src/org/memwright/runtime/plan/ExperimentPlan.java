/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An experiment: its runs and what is expected of them.
 *
 * @param name qualified name
 * @param doc first sentence of the comment above it; empty where there is none
 * @param columns names of the compared memories, in order
 * @param axes values by axis of {@code vary}, in order; empty without one
 * @param seeds number of seeds that each point is repeated with, at least 1
 * @param measures what the comparison shows, in order
 * @param runs columns x grid x seeds, the column changing slowest and the seed fastest
 */
public record ExperimentPlan(
        String name,
        String doc,
        String hardware,
        String model,
        String workload,
        List<String> columns,
        Map<String, List<Value>> axes,
        int seeds,
        List<MetricCall> measures,
        List<RunPlan> runs,
        List<ExpectationPlan> expectations,
        SourcePosition position) {

    public ExperimentPlan {
        columns = List.copyOf(columns);
        axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
        measures = List.copyOf(measures);
        runs = List.copyOf(runs);
        expectations = List.copyOf(expectations);
    }
}
