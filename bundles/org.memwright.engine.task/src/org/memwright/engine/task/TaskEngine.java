/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memwright.runtime.Engine;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.vocabulary.EngineWord;

/** Runs the steps of a task with prompts that a declared memory composes. */
@ServiceProvider(Engine.class)
public final class TaskEngine implements Engine {
    private static final EngineWord WORD = new EngineWord(
            "task",
            "Does the steps of a task, each from a prompt that the memory composes of its tree.",
            events(),
            List.of("steps"),
            TaskMetric.words());

    private static Map<String, String> events() {
        Map<String, String> events = new LinkedHashMap<>();
        events.put("prompt", "a step is about to be done and wants its prompt");
        events.put("done", "a step was done");
        events.put("fail", "a step failed");
        return Collections.unmodifiableMap(events);
    }

    @Override
    public EngineWord word() {
        return WORD;
    }

    @Override
    public void run(RunPlan plan, RunSink sink) throws RunFailure {
        try {
            new TaskRun(plan, sink).run();
        } catch (IllegalArgumentException wrong) {
            throw new RunFailure(plan.memory().name() + ": " + wrong.getMessage(), wrong);
        }
    }
}
