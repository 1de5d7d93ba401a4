/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.memwright.model.Calibration;
import org.memwright.model.Component;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Endpoint;
import org.memwright.model.Hardware;
import org.memwright.model.Link;
import org.memwright.model.Named;
import org.memwright.model.Property;
import org.memwright.model.Tier;
import org.memwright.model.Use;

/**
 * A hardware with all that it inherits. A part replaces the inherited part of its name.
 *
 * @param declaration the hardware itself
 * @param components compute units, tiers, links and uses by name, in the order in which they first appear
 * @param properties the hardware's own properties by name, such as {@code price}
 * @param calibrations by the compute unit with the file or the kernel
 */
public record WholeHardware(
        Hardware declaration,
        Map<String, Component> components,
        Map<String, Property> properties,
        Map<String, Calibration> calibrations) {

    private static final int MOST_DEVICES = 1_000_000;

    public static WholeHardware of(Hardware hardware) {
        List<Hardware> line = Lineage.of(hardware, Hardware::getParent);
        return new WholeHardware(
                hardware,
                Lineage.merge(line, Hardware::getComponents, Named::getName),
                Lineage.merge(line, Hardware::getProperties, Property::getName),
                Lineage.merge(line, Hardware::getCalibrations, WholeHardware::calibrated));
    }

    private static @Nullable String calibrated(Calibration calibration) {
        return calibration.getComputeUnit() == null
                ? null
                : calibration.getComputeUnit().getName() + " " + calibration.getFile() + " " + calibration.getKernel()
                        + " " + calibration.getPrecision();
    }

    public List<ComputeUnit> computeUnits() {
        return only(ComputeUnit.class);
    }

    public List<Tier> tiers() {
        return only(Tier.class);
    }

    public List<Link> links() {
        return only(Link.class);
    }

    public List<Use> uses() {
        return only(Use.class);
    }

    private <C extends Component> List<C> only(Class<C> type) {
        return components.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The hardware that this one is built of, by the names of the uses; those whose name is unknown are left out. */
    public Map<String, WholeHardware> parts() {
        Map<String, WholeHardware> parts = new LinkedHashMap<>();
        for (Use use : uses()) {
            if (use.getHardware() != null && !use.getHardware().eIsProxy()) {
                parts.put(use.getName(), of(use.getHardware()));
            }
        }
        return parts;
    }

    /** This hardware and all that it is built of, itself first; each declaration once. */
    public List<WholeHardware> all() {
        Map<EObject, WholeHardware> found = new LinkedHashMap<>();
        var next = new ArrayDeque<WholeHardware>();
        next.add(this);
        while (!next.isEmpty()) {
            WholeHardware at = next.remove();
            if (found.putIfAbsent(at.declaration, at) == null) {
                next.addAll(at.parts().values());
            }
        }
        return List.copyOf(found.values());
    }

    /**
     * How many devices it has: the sum over its uses, or 1 where it uses none. Counts no further than a million, and a
     * hardware that uses itself as one.
     */
    public int devices() {
        return devices(declaration, new HashSet<>(), new HashMap<>());
    }

    private static int devices(Hardware hardware, Set<Hardware> pending, Map<Hardware, Integer> known) {
        Integer before = known.get(hardware);
        if (before != null) {
            return before;
        }
        if (!pending.add(hardware)) {
            return 1;
        }
        long devices = 0;
        for (Use use : of(hardware).uses()) {
            Hardware used = use.getHardware();
            long each = used == null || used.eIsProxy() ? 1 : devices(used, pending, known);
            devices = Math.min(MOST_DEVICES, devices + each * Math.max(1, use.getCount()));
        }
        pending.remove(hardware);
        int result = (int) Math.max(1, devices);
        known.put(hardware, result);
        return result;
    }

    /** The names of the tiers of this hardware and of all that it is built of, each once, the outer ones first. */
    public List<String> tierNames() {
        return names(Tier.class);
    }

    /** The names of the links, likewise. */
    public List<String> linkNames() {
        return names(Link.class);
    }

    /** The names of the compute units, likewise. */
    public List<String> computeUnitNames() {
        return names(ComputeUnit.class);
    }

    private List<String> names(Class<? extends Component> type) {
        return all().stream()
                .flatMap(part -> part.components.values().stream())
                .filter(type::isInstance)
                .map(Named::getName)
                .distinct()
                .toList();
    }

    /** The tier of a name: of this hardware, or of what it is built of, the outer one first. */
    public Optional<Tier> tier(String name) {
        for (WholeHardware part : all()) {
            if (part.components.get(name) instanceof Tier tier) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }

    /**
     * The names of the tiers that bytes can get to from a tier, itself included: over links, and between tiers that are on
     * one compute unit. Tiers of one name in several devices count as one.
     */
    public Set<String> reachable(String from) {
        Map<String, List<String>> next = new HashMap<>();
        for (WholeHardware part : all()) {
            for (Link link : part.links()) {
                String source = tierName(link.getSource());
                String target = tierName(link.getTarget());
                if (!source.isEmpty() && !target.isEmpty()) {
                    next.computeIfAbsent(source, key -> new ArrayList<>()).add(target);
                    if (link.isDuplex()) {
                        next.computeIfAbsent(target, key -> new ArrayList<>()).add(source);
                    }
                }
            }
            Map<ComputeUnit, List<String>> beside = new HashMap<>();
            for (Tier tier : part.tiers()) {
                if (tier.getComputeUnit() != null) {
                    beside.computeIfAbsent(tier.getComputeUnit(), key -> new ArrayList<>())
                            .add(tier.getName());
                }
            }
            for (List<String> group : beside.values()) {
                group.forEach(name ->
                        next.computeIfAbsent(name, key -> new ArrayList<>()).addAll(group));
            }
        }
        Set<String> reached = new HashSet<>();
        var open = new ArrayDeque<String>();
        open.add(from);
        while (!open.isEmpty()) {
            String at = open.remove();
            if (reached.add(at)) {
                open.addAll(next.getOrDefault(at, List.of()));
            }
        }
        return reached;
    }

    private static String tierName(Endpoint endpoint) {
        return endpoint == null
                        || endpoint.getTier() == null
                        || endpoint.getTier().getName() == null
                ? ""
                : endpoint.getTier().getName();
    }
}
