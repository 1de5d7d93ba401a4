/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.util.Map;
import java.util.function.IntPredicate;
import org.memwright.engine.agent.store.Hits;

/** Finds vectors near another one, in the tiers that it places itself in, and charges what that takes. */
public interface VectorIndex {
    /** Adds the vector of an item, or puts another in its place. */
    void put(int number, float[] vector);

    /** Takes in what was added since the last time. */
    void build();

    /**
     * The items nearest to a vector by cosine; builds first where something was added.
     *
     * @param live whether an item is still kept
     */
    Hits nearest(float[] query, int k, IntPredicate live);

    /** Bytes by tier, with the vectors themselves. */
    Map<String, Long> tierBytes();

    /** Bytes of one vector, as the store counts them. */
    long vectorBytes();
}
