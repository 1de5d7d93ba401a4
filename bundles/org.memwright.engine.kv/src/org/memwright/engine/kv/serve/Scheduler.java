/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.serve;

import java.util.List;

/** Decides what runs in each iteration. Has no state: what it knows, it asks. */
public interface Scheduler {
    /** In which order requests wait. */
    Order order();

    /** The most requests that run at once. */
    int mostRunning();

    /** The most tokens of a batch; a single prompt may be longer where prompts are not cut. */
    int mostBatched();

    /** Whether prompts are cut so that a batch never has more than {@link #mostBatched} tokens. */
    boolean cutsPrompts();

    /** Whether each request arrives when the one before it has ended, whatever its time of arrival. */
    boolean oneByOne();

    /** Time of the host in each iteration, before the devices start. */
    long hostNanos();

    /** Share of a store that must be free after a request has been admitted or resumed, so that it need not give way at once. */
    double watermark();

    /** Builds the batch of the next iteration. */
    void schedule(Service service);

    /** Whether a request is admitted only where its whole prompt has room, although it is processed in parts. */
    default boolean reservesPrompts() {
        return false;
    }

    /** Whether what is resident of a prompt counts in whole blocks, so that the last token is always computed in a block. */
    default boolean reusesWholeBlocks() {
        return false;
    }

    /** Tokens that kernels run for where a batch has so many: more where they were recorded for fixed sizes. */
    default double paddedTokens(double tokens) {
        return tokens;
    }

    /** What the engine keeps of a device's memory beside weights, keys and values. */
    default List<Reserve> reserves(Reserve.Demand demand) {
        return List.of(
                new Reserve("activations", demand.activationBytes(), true),
                new Reserve("logits", demand.logitBytes(), true));
    }

    /** The rules of a whole engine that are modelled, one sentence for each; empty where the call says it all. */
    default List<String> rules() {
        return List.of();
    }
}
