/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload;

import java.util.List;
import java.util.SplittableRandom;

/** Sentences that nobody will ask for. */
public final class SmallTalk {
    private static final List<String> SENTENCES = List.of(
            "The weather has been odd this week.",
            "I slept badly, there was a lot of noise.",
            "The train was late again this morning.",
            "I had soup for lunch and it was fine.",
            "Somebody painted the fence across the street.",
            "The printer at the office gave up.",
            "I should call the dentist one of these days.",
            "The shop on the corner has new opening hours.");

    private SmallTalk() {}

    /** One of them. */
    public static String draw(SplittableRandom random) {
        return SENTENCES.get((int) ((random.nextLong() >>> 33) % SENTENCES.size()));
    }
}
