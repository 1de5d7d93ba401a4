/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.util.Map;
import org.memwright.engine.agent.item.Piece;

/**
 * The circumstances of an event.
 *
 * @param memories the stores by name
 * @param event what happens, such as {@code write}
 * @param subject the turn, passage or query that it happens with
 * @param variables what the names of the handler stand for
 * @param nanos when it happens
 * @param session the session that goes on, or that ended
 */
public record Moment(
        Map<String, Memory> memories,
        String event,
        Piece subject,
        Map<String, Flow> variables,
        long nanos,
        int session,
        Services services) {

    /** @throws IllegalArgumentException where there is no such store, or it keeps no texts */
    public ItemMemory items(String store) {
        return memory(store, ItemMemory.class, "keeps no texts; it must be text, log, vectors, notes or tree");
    }

    /** @throws IllegalArgumentException where there is no such store, or it is of another type */
    public <M extends Memory> M memory(String store, Class<M> type, String otherwise) {
        Memory memory = memories.get(store);
        if (memory == null) {
            throw new IllegalArgumentException(
                    "there is no store '" + store + "'; there are " + String.join(", ", memories.keySet()));
        }
        if (!type.isInstance(memory)) {
            throw new IllegalArgumentException("store '" + store + "' " + otherwise);
        }
        return type.cast(memory);
    }

    /** The same with what a name stands for. */
    public Flow named(String name) {
        Flow flow = variables.get(name);
        if (flow != null) {
            return flow;
        }
        ItemMemory memory = items(name);
        memory.chargeReading(memory.store().liveCount());
        java.util.List<Found> all = new java.util.ArrayList<>();
        for (int number : memory.store().live()) {
            all.add(memory.found(number, 0));
        }
        return Flow.of(all);
    }
}
