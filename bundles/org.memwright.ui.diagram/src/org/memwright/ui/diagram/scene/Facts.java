/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

import java.util.List;

/** What an item says about itself, ready to be drawn; equal facts look the same. */
public sealed interface Facts {

    /** @param name of the hardware */
    record Machine(String name) implements Facts {}

    /**
     * A used hardware.
     *
     * @param hardware the name of what is used
     * @param count how many there are
     */
    record Group(String name, String hardware, int count) implements Facts {}

    /**
     * A compute unit.
     *
     * @param peaks such as {@code fp16 312 TFLOP/s}
     * @param details its other properties in one line; may be empty
     */
    record Unit(String name, int count, List<String> peaks, String details) implements Facts {
        public Unit {
            peaks = List.copyOf(peaks);
        }
    }

    /**
     * A level of memory.
     *
     * @param capacity as written; empty where it is left out
     * @param capacityBytes 0 where it cannot be told
     * @param bandwidth as written, read and write apart where they differ
     * @param bytesPerSecond 0 where it cannot be told
     * @param details its other properties in one line; may be empty
     */
    record Tier(
            String name, String capacity, double capacityBytes, String bandwidth, double bytesPerSecond, String details)
            implements Facts {}

    /**
     * A store of a memory.
     *
     * @param layout as written
     * @param rules what stays in it, such as {@code recent(128 tokens)}, one rule each
     */
    record Store(String name, String layout, List<String> rules) implements Facts {
        public Store {
            rules = List.copyOf(rules);
        }
    }

    /** @param title why its stores are here */
    record Shelf(String title) implements Facts {}

    /**
     * A path for bytes.
     *
     * @param bandwidth as written
     * @param bytesPerSecond 0 where it cannot be told
     * @param details its other properties in one line; may be empty
     */
    record Link(String name, String bandwidth, double bytesPerSecond, String details, boolean duplex)
            implements Facts {}

    /**
     * Something that moves between stores and tiers.
     *
     * @param mechanism what moves it: {@code move}, {@code swap} or {@code fetch}
     */
    record Flow(String mechanism) implements Facts {}

    /** @param goal as written; may be empty */
    record Task(String name, String goal) implements Facts {}

    /** @param title as written; may be empty */
    record Step(String name, String title, List<String> inputs, List<String> outputs) implements Facts {
        public Step {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    /** @param label what is used; empty where one step only follows another */
    record Dependency(String label) implements Facts {}
}
