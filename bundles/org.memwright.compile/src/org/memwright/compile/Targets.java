/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.lang.evaluate.WholeWorkload;
import org.memwright.model.Column;
import org.memwright.model.Parameter;
import org.memwright.model.Property;
import org.memwright.model.Workload;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.ParamWord;

/** Says what a name of {@code vary} or of a setting changes. */
final class Targets {
    /** The name for how many requests run at once. */
    static final String BATCH = "batch";

    /** The parameter of a serving rule that {@link #BATCH} stands for. */
    static final String MAX_RUNNING = "max_running";

    /** What is changed. */
    sealed interface Target {}

    /**
     * A parameter of a memory.
     *
     * @param column the column whose memory it is; empty for every column that has the parameter
     */
    record MemoryParameter(String column, String parameter) implements Target {}

    /** A parameter of the serving rule. */
    record ServingParameter(String parameter) implements Target {}

    /** A property of the workload. */
    record WorkloadProperty(String property) implements Target {}

    /** A parameter of a call that a property of the workload has. */
    record WorkloadArgument(String property, String parameter) implements Target {}

    private final List<Column> columns;
    private final @Nullable MechanismWord serving;
    private final Map<String, Property> workload;
    private final WorkloadBuilder workloads;

    /**
     * @param serving the serving rule, or the one to take where none is written; null where there is none
     * @param workload null where the experiment has none
     */
    Targets(
            List<Column> columns,
            @Nullable MechanismWord serving,
            @Nullable Workload workload,
            WorkloadBuilder workloads) {
        this.columns = columns;
        this.serving = serving;
        this.workload = workload == null ? Map.of() : WholeWorkload.of(workload).properties();
        this.workloads = workloads;
    }

    /** Which names there are, for a suggestion. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Column column : columns) {
            names.addAll(parameters(column).keySet());
        }
        if (serving != null) {
            serving.params().stream().map(ParamWord::name).forEach(names::add);
        }
        names.addAll(workload.keySet());
        names.add(BATCH);
        return names;
    }

    /** What the name changes; null where nothing is called so. */
    @Nullable
    Target find(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? plain(name) : qualified(name.substring(0, dot), name.substring(dot + 1));
    }

    private @Nullable Target plain(String name) {
        if (columns.stream().anyMatch(c -> parameters(c).containsKey(name))) {
            return new MemoryParameter("", name);
        }
        String parameter = name.equals(BATCH) ? MAX_RUNNING : name;
        if (serving != null && serving.param(parameter).isPresent()) {
            return new ServingParameter(parameter);
        }
        return workload.containsKey(name) || WorkloadBuilder.PROPERTIES.contains(name)
                ? new WorkloadProperty(name)
                : null;
    }

    private @Nullable Target qualified(String owner, String name) {
        for (Column column : columns) {
            boolean named = owner.equals(nameOf(column))
                    || owner.equals(column.getMemory().getName())
                    || owner.equals(Names.qualified(column.getMemory()));
            if (named && parameters(column).containsKey(name)) {
                return new MemoryParameter(owner, name);
            }
        }
        if (owner.equals("serving") && serving != null && serving.param(name).isPresent()) {
            return new ServingParameter(name);
        }
        if (owner.equals("workload") && (workload.containsKey(name) || WorkloadBuilder.PROPERTIES.contains(name))) {
            return new WorkloadProperty(name);
        }
        Property property = workload.get(owner);
        return property != null && workloads.hasParameter(property, name) ? new WorkloadArgument(owner, name) : null;
    }

    private static Map<String, Parameter> parameters(Column column) {
        return WholeMemory.of(column.getMemory()).parameters();
    }

    /** The name of a column: the one after {@code as}, or that of the memory. */
    static String nameOf(Column column) {
        return column.getName() == null || column.getName().isEmpty()
                ? column.getMemory().getName()
                : column.getName();
    }

    /** Whether a parameter set for an owner concerns a column. */
    static boolean concerns(MemoryParameter target, Column column, List<Column> columns) {
        if (!parameters(column).containsKey(target.parameter())) {
            return false;
        }
        String owner = target.column();
        if (owner.isEmpty() || owner.equals(nameOf(column))) {
            return true;
        }
        boolean namesAColumn = columns.stream().anyMatch(c -> owner.equals(nameOf(c)));
        return !namesAColumn
                && (owner.equals(column.getMemory().getName()) || owner.equals(Names.qualified(column.getMemory())));
    }
}
