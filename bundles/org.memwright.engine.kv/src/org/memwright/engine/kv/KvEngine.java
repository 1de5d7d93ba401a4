/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memwright.engine.kv.workload.RequestWorkload;
import org.memwright.runtime.Engine;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.vocabulary.EngineWord;

/** Serves requests to a transformer by iteration-level batching, its keys and values in declared stores. */
@ServiceProvider(Engine.class)
public final class KvEngine implements Engine {
    private static final EngineWord WORD = new EngineWord(
            "kv",
            "Serves requests to a transformer, its keys and values in declared stores on declared hardware.",
            events(),
            List.of(RequestWorkload.PROPERTY),
            KvMetric.words());

    private static Map<String, String> events() {
        Map<String, String> events = new LinkedHashMap<>();
        events.put("arrive", "a request arrives");
        events.put("admit", "a request begins to run");
        events.put("prefill", "the prompt of a request has been processed");
        events.put("decode", "a running request generates its next token");
        events.put("full", "a store has no room for a running request");
        events.put("preempt", "a running request gives way");
        events.put("finish", "a request has generated its last token");
        return Collections.unmodifiableMap(events);
    }

    @Override
    public EngineWord word() {
        return WORD;
    }

    @Override
    public void run(RunPlan plan, RunSink sink) throws RunFailure {
        throw new RunFailure("being built");
    }
}
