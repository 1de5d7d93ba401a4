/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.util.function.ToDoubleFunction;
import org.memwright.engine.agent.store.ItemStore;

/** The fields of items that formulas may name, in base units. */
public final class ItemFields {
    private static final double SECOND = 1e9;

    private ItemFields() {}

    /** The fields of an item at a moment. */
    public static ToDoubleFunction<String> of(ItemMemory memory, int item, long nanos) {
        ItemStore store = memory.store();
        return field -> switch (field) {
            case "age" -> (nanos - store.recalledNanos(item)) / SECOND;
            case "written" -> (nanos - store.writtenNanos(item)) / SECOND;
            case "strength" -> store.strength(item);
            case "recalls" -> store.recalls(item);
            case "importance" -> store.importance(item);
            case "bytes" -> store.bytes(item);
            default -> throw new IllegalArgumentException("items have no field '" + field + "'");
        };
    }
}
