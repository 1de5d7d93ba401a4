/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

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

/** Lets declared memories live through dialogues and documents: written, forgotten, linked, recalled for real. */
@ServiceProvider(Engine.class)
public final class AgentEngine implements Engine {
    private static final EngineWord WORD = new EngineWord(
            "agent",
            "Writes, keeps, links and recalls the turns of dialogues and the passages of documents.",
            events(),
            List.of("dialogue", "documents"),
            AgentMetric.words());

    private static Map<String, String> events() {
        Map<String, String> events = new LinkedHashMap<>();
        events.put("write", "a turn or passage comes in");
        events.put("session_end", "the last turn of a session was written");
        events.put("day_end", "the last turn of a day was written");
        events.put("recall", "a question is asked");
        events.put("outcome", "a question was judged; brings the recalled items that held its answer");
        return Collections.unmodifiableMap(events);
    }

    @Override
    public EngineWord word() {
        return WORD;
    }

    @Override
    public void run(RunPlan plan, RunSink sink) throws RunFailure {
        try (var run = new AgentRun(plan, sink)) {
            run.run();
        } catch (IllegalArgumentException wrong) {
            throw new RunFailure(plan.memory().name() + ": " + wrong.getMessage(), wrong);
        }
    }
}
