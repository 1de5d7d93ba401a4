/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.List;
import org.memwright.runtime.plan.Objective;
import org.memwright.runtime.plan.RunPlan;

/**
 * What a run was made of, as the report names it.
 *
 * @param engine such as {@code kv}
 * @param memory qualified name of the memory
 * @param stores such as {@code cache : pages(size: 16 tokens) in hbm}
 * @param hardware qualified name
 * @param devices number of devices of the hardware
 * @param model qualified name; empty where there is none
 * @param serving the serving rule; empty for the default of the engine
 * @param objectives such as {@code ttft <= 200 ms}
 */
public record RunSetup(
        String engine,
        String memory,
        List<String> stores,
        String hardware,
        int devices,
        int tensorSplit,
        int pipelineSplit,
        String model,
        String workload,
        String serving,
        List<String> objectives) {

    public RunSetup {
        stores = List.copyOf(stores);
        objectives = List.copyOf(objectives);
    }

    static RunSetup of(RunPlan plan) {
        var model = plan.model();
        var serving = plan.serving();
        return new RunSetup(
                plan.memory().engine(),
                plan.memory().name(),
                plan.memory().stores().stream()
                        .map(s -> s.name() + " : " + s.layout() + (s.tier().isEmpty() ? "" : " in " + s.tier()))
                        .toList(),
                plan.machine().name(),
                plan.machine().devices(),
                plan.tensorSplit(),
                plan.pipelineSplit(),
                model == null ? "" : model.name(),
                plan.workload().name(),
                serving == null ? "" : serving.toString(),
                plan.objectives().stream().map(Objective::toString).toList());
    }
}
