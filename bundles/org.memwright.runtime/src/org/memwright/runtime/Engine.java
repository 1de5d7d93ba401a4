/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime;

import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.vocabulary.EngineWord;

/** Runs memories of one kind. Found as a service; has no state, so runs may go on side by side. */
public interface Engine {
    /** What the engine brings to the language. */
    EngineWord word();

    /**
     * Runs a plan to its end, or until the sink is cancelled: then what was measured until then is reported.
     *
     * @throws RunFailure where the plan cannot be run: a file is missing or broken, a request fits nowhere
     */
    void run(RunPlan plan, RunSink sink) throws RunFailure;
}
