/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.lang.ide.project.Designs;
import org.memwright.model.Column;
import org.memwright.model.Component;
import org.memwright.model.Experiment;
import org.memwright.model.Memory;
import org.memwright.model.Named;

/**
 * Which experiments compare which memories, from which follows the hardware that the tiers of a memory are on.
 *
 * <p>State: as the project was when this was made. Cost: linear in the experiments and their columns.
 */
public final class Experiments {
    private final Map<Memory, Set<Experiment>> comparing = new HashMap<>();
    private final Map<Experiment, WholeHardware> hardware = new HashMap<>();

    public Experiments(Designs designs) {
        for (Experiment experiment : designs.declarations(Experiment.class)) {
            for (Column column : experiment.getColumns()) {
                Set<Memory> line = new LinkedHashSet<>();
                Memory memory = column.getMemory();
                while (memory != null && !memory.eIsProxy() && line.add(memory)) {
                    comparing
                            .computeIfAbsent(memory, key -> new LinkedHashSet<>())
                            .add(experiment);
                    memory = memory.getParent();
                }
            }
        }
    }

    /** The experiments that compare a memory, or one that extends it. */
    public List<Experiment> comparing(Memory memory) {
        return List.copyOf(comparing.getOrDefault(memory, Set.of()));
    }

    /** The hardware of an experiment, or null where it names none that is known. */
    public @Nullable WholeHardware hardware(Experiment experiment) {
        if (experiment.getHardware() == null || experiment.getHardware().eIsProxy()) {
            return null;
        }
        return hardware.computeIfAbsent(experiment, key -> WholeHardware.of(key.getHardware()));
    }

    /** Every hardware that a memory is run on, each once. */
    public List<WholeHardware> hardware(Memory memory) {
        Map<Named, WholeHardware> found = new HashMap<>();
        List<WholeHardware> ordered = new ArrayList<>();
        for (Experiment experiment : comparing(memory)) {
            WholeHardware whole = hardware(experiment);
            if (whole != null && found.putIfAbsent(whole.declaration(), whole) == null) {
                ordered.add(whole);
            }
        }
        return ordered;
    }

    /** The parts of a hardware, and of what it is built of, that have a name and a type. */
    static <C extends Component> List<C> parts(@Nullable WholeHardware hardware, String name, Class<C> type) {
        List<C> found = new ArrayList<>();
        if (hardware != null) {
            for (WholeHardware part : hardware.all()) {
                Component component = part.components().get(name);
                if (type.isInstance(component) && !found.contains(component)) {
                    found.add(type.cast(component));
                }
            }
        }
        return found;
    }

    /** The engines of the memories that an experiment compares, each once, in their order. */
    public static List<String> engines(Experiment experiment) {
        Set<String> engines = new LinkedHashSet<>();
        for (Column column : experiment.getColumns()) {
            if (column.getMemory() != null && !column.getMemory().eIsProxy()) {
                engines.add(WholeMemory.of(column.getMemory()).engine());
            }
        }
        engines.remove("");
        return List.copyOf(engines);
    }

    /** The name of a column: the one after {@code as}, or that of the memory; empty where there is none. */
    public static String name(Column column) {
        if (column.getName() != null && !column.getName().isEmpty()) {
            return column.getName();
        }
        Memory memory = column.getMemory();
        return memory == null || memory.eIsProxy() || memory.getName() == null ? "" : memory.getName();
    }
}
