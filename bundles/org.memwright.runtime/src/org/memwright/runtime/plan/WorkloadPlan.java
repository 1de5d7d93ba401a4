/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A workload: its properties by name, in the order of the file, flattened over {@code extends}.
 *
 * @param name qualified name of the declaration
 */
public record WorkloadPlan(String name, Map<String, Value> properties, SourcePosition position) {
    public WorkloadPlan {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    public Optional<Value> property(String property) {
        return Optional.ofNullable(properties.get(property));
    }
}
