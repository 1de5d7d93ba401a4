/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload;

import java.util.List;
import org.memwright.runtime.RunFailure;

/** Reads or makes what memories live through: {@code dialogue from locomo("locomo10.json")}. */
public interface EpisodeSource {
    /**
     * Reads everything, in an order that does not depend on the machine.
     *
     * @param seed of what is drawn at random
     * @param remarks gets what the reader of the result must know, such as counts of what was read
     * @throws RunFailure with the file, where data are missing or bad
     */
    List<Episode> read(long seed, List<String> remarks) throws RunFailure;
}
