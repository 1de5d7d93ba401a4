/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import java.util.Map;

/** How messages call the classes of the model. */
final class Kinds {
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("Hardware", "hardware"),
            Map.entry("Model", "model"),
            Map.entry("Memory", "memory"),
            Map.entry("Workload", "workload"),
            Map.entry("Task", "task"),
            Map.entry("Experiment", "experiment"),
            Map.entry("ComputeUnit", "compute unit"),
            Map.entry("Tier", "tier"),
            Map.entry("Link", "link"),
            Map.entry("Use", "use"),
            Map.entry("Parameter", "param"),
            Map.entry("Store", "store"),
            Map.entry("Step", "step"),
            Map.entry("Datum", "input or output"),
            Map.entry("TaskElement", "step, input or output"),
            Map.entry("Variable", "variable"));

    private Kinds() {}

    /** The word for a class, such as {@code compute unit}. */
    static String label(String className) {
        return LABELS.getOrDefault(className, className);
    }
}
