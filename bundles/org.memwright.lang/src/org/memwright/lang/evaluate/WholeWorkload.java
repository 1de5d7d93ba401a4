/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import java.util.Map;
import java.util.Optional;
import org.memwright.model.Property;
import org.memwright.model.Task;
import org.memwright.model.Workload;

/**
 * A workload with all that it inherits. A property replaces the inherited one of its name.
 *
 * @param declaration the workload itself
 * @param properties by name, in the order in which they first appear
 */
public record WholeWorkload(Workload declaration, Map<String, Property> properties) {
    public static WholeWorkload of(Workload workload) {
        return new WholeWorkload(
                workload,
                Lineage.merge(Lineage.of(workload, Workload::getParent), Workload::getProperties, Property::getName));
    }

    /** The task whose steps are run: its own, or that of the nearest that it extends. */
    public Optional<Task> task() {
        return Lineage.of(declaration, Workload::getParent).reversed().stream()
                .map(Workload::getTask)
                .filter(task -> task != null && !task.eIsProxy())
                .findFirst();
    }
}
