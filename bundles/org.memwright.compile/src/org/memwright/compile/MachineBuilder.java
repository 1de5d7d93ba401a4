/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memwright.hardware.KernelTimes;
import org.memwright.hardware.Link;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Tier;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Precisions;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.model.Calibration;
import org.memwright.model.Component;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Endpoint;
import org.memwright.model.Hardware;
import org.memwright.model.Peak;
import org.memwright.model.Property;
import org.memwright.model.Use;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/**
 * Lays out a hardware declaration as a {@link Machine}: every device with its own compute units, tiers and links.
 *
 * <p>A hardware that uses no other is one device. A hardware that uses others has their devices, in the order of the {@code
 * use}s; what it declares itself is shared. Its links join: like tiers of one {@code use}, as one fabric; a tier of every
 * device with a shared tier, or with the tier of the same number in another {@code use} of as many, as one link each;
 * anything else as one shared link.
 */
final class MachineBuilder {
    private static final double SECONDS_PER_HOUR = 3600;

    private final Problems problems;
    private final Set<String> defaults;
    private final List<org.memwright.hardware.ComputeUnit> computeUnits = new ArrayList<>();
    private final List<Tier> tiers = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<Integer, List<Calibration>> calibrations = new HashMap<>();
    private int devices;
    private double staticWatts;

    /** @param defaults gets {@code name = value} for what the declaration leaves out */
    MachineBuilder(Problems problems, Set<String> defaults) {
        this.problems = problems;
        this.defaults = defaults;
    }

    /** Ids of what one use of a hardware became. */
    private record Instance(Map<String, Integer> tiers, Map<String, List<Instance>> uses, double usdPerHour) {}

    Machine build(Hardware hardware) {
        Instance root = expand(hardware, new LinkedHashSet<>());
        return calibrated(new Machine(
                Names.qualified(hardware),
                Math.max(1, devices),
                computeUnits,
                tiers,
                links,
                root.usdPerHour(),
                staticWatts));
    }

    /** The machine with the times that its declarations calibrate; equal devices share theirs. */
    private Machine calibrated(Machine machine) {
        if (calibrations.isEmpty()) {
            return machine;
        }
        Map<List<Calibration>, KernelTimes> known = new HashMap<>();
        List<org.memwright.hardware.ComputeUnit> measured = new ArrayList<>();
        for (org.memwright.hardware.ComputeUnit unit : machine.computeUnits()) {
            List<Calibration> written = calibrations.getOrDefault(unit.id(), List.of());
            measured.add(
                    written.isEmpty()
                            ? unit
                            : unit.measured(known.computeIfAbsent(
                                    written, w -> new CalibrationBuilder(problems, machine, unit).build(w))));
        }
        return new Machine(
                machine.name(),
                machine.devices(),
                measured,
                machine.tiers(),
                machine.links(),
                machine.usdPerHour(),
                machine.staticWatts());
    }

    private Instance expand(Hardware hardware, Set<Hardware> around) {
        if (!around.add(hardware)) {
            problems.add(CompileIssue.USES_ITSELF, hardware, hardware.getName());
            return new Instance(Map.of(), Map.of(), 0);
        }
        WholeHardware whole = WholeHardware.of(hardware);
        Map<String, Component> parts = whole.components();
        Map<String, List<Instance>> uses = new LinkedHashMap<>();
        double usedUsdPerHour = 0;
        for (Use use : whole.uses()) {
            List<Instance> instances = new ArrayList<>();
            for (int i = 0; i < Math.max(1, use.getCount()); i++) {
                Instance instance = expand(use.getHardware(), around);
                instances.add(instance);
                usedUsdPerHour += instance.usdPerHour();
            }
            uses.put(use.getName(), instances);
        }
        int device = Machine.SHARED;
        if (uses.isEmpty()) {
            device = devices;
            devices++;
        }
        String owner = hardware.getName();
        var own = new PropertyReader(PropertyOwner.HARDWARE, owner, whole.properties(), problems, defaults);
        staticWatts += own.silently("power", Dimension.POWER, 0);
        boolean pricedByUses = !own.has("price") && !uses.isEmpty();
        double usdPerHour =
                pricedByUses ? usedUsdPerHour : own.number("price", Dimension.MONEY_PER_TIME, 0) * SECONDS_PER_HOUR;

        Map<String, Integer> unitIds = new HashMap<>();
        Map<String, Integer> tierIds = new LinkedHashMap<>();
        whole.computeUnits().forEach(unit -> unitIds.put(unit.getName(), computeUnits.size() + unitIds.size()));
        whole.tiers().forEach(tier -> tierIds.put(tier.getName(), tiers.size() + tierIds.size()));
        var instance = new Instance(tierIds, uses, usdPerHour);
        for (Calibration calibration : whole.calibrations().values()) {
            Integer id = unitIds.get(calibration.getComputeUnit().getName());
            if (id != null) {
                calibrations.computeIfAbsent(id, key -> new ArrayList<>()).add(calibration);
            }
        }
        for (ComputeUnit unit : whole.computeUnits()) {
            computeUnits.add(computeUnit(unit, owner, device, tierIds));
        }
        for (org.memwright.model.Tier tier : whole.tiers()) {
            tiers.add(tier(tier, owner, device, unitIds));
        }
        for (org.memwright.model.Link link : whole.links()) {
            join(link, owner, instance);
        }
        around.remove(hardware);
        return instance;
    }

    private PropertyReader reader(PropertyOwner kind, String owner, Component part, List<Property> properties) {
        Map<String, Property> byName = new LinkedHashMap<>();
        properties.forEach(p -> byName.put(p.getName(), p));
        return new PropertyReader(kind, owner + "." + part.getName(), byName, problems, defaults);
    }

    private double required(PropertyReader read, String property, Dimension dimension, Component part) {
        if (!read.has(property)) {
            problems.add(CompileIssue.MISSING_PROPERTY, part, part.getName(), property);
            return Double.NaN;
        }
        return read.silently(property, dimension, Double.NaN);
    }

    private org.memwright.hardware.ComputeUnit computeUnit(
            ComputeUnit unit, String owner, int device, Map<String, Integer> tierIds) {
        PropertyReader read = reader(PropertyOwner.COMPUTE, owner, unit, unit.getProperties());
        Map<Precision, Double> peaks = new EnumMap<>(Precision.class);
        for (Peak peak : unit.getPeaks()) {
            Precision precision = Precision.of(peak.getPrecision()).orElse(null);
            Quantity value = problems.quantity(peak.getValue(), Evaluator.constant());
            if (precision == null) {
                problems.add(CompileIssue.UNKNOWN_PRECISION, peak, peak.getPrecision(), Precisions.list());
            } else if (value != null && !value.dimension().equals(Dimension.COMPUTE)) {
                problems.add(
                        CompileIssue.WRONG_PROPERTY,
                        peak,
                        "peak " + peak.getPrecision(),
                        "compute unit",
                        unit.getName(),
                        value,
                        Dimension.COMPUTE.describe());
            } else if (value != null) {
                peaks.put(precision, value.base());
            }
        }
        int tier = -1;
        if (unit.getTier() != null) {
            tier = id(unit.getTier().getName(), tierIds);
        }
        return new org.memwright.hardware.ComputeUnit(
                computeUnits.size(),
                unit.getName(),
                device,
                Math.max(1, unit.getCount()),
                tier,
                peaks,
                read.silently("bandwidth", Dimension.BANDWIDTH, 0),
                read.number("power", Dimension.POWER, 0),
                read.number("idle", Dimension.POWER, 0),
                read.silently("energy", Dimension.ENERGY_PER_OPERATION, 0),
                read.number("launch", Dimension.TIME, Double.NaN),
                (int) Math.round(read.silently("cores", Dimension.NUMBER, 0)),
                KernelTimes.NONE);
    }

    private Tier tier(org.memwright.model.Tier tier, String owner, int device, Map<String, Integer> unitIds) {
        PropertyReader read = reader(PropertyOwner.TIER, owner, tier, tier.getProperties());
        double capacity = required(read, "capacity", Dimension.BYTES, tier);
        double both = read.silently("bandwidth", Dimension.BANDWIDTH, Double.NaN);
        double reading = read.silently("read", Dimension.BANDWIDTH, Double.NaN);
        double writing = read.silently("write", Dimension.BANDWIDTH, Double.NaN);
        reading = firstOf(reading, both, writing);
        writing = firstOf(writing, both, reading);
        if (Double.isNaN(reading)) {
            problems.add(CompileIssue.MISSING_PROPERTY, tier, tier.getName(), "bandwidth");
        }
        int unit = -1;
        if (tier.getComputeUnit() != null) {
            unit = unitIds.getOrDefault(tier.getComputeUnit().getName(), -1);
        }
        return new Tier(
                tiers.size(),
                tier.getName(),
                device,
                unit,
                capacity,
                reading,
                writing,
                read.number("latency", Dimension.TIME, 0),
                read.silently("access", Dimension.BYTES, 1),
                read.number("energy", Dimension.ENERGY_PER_BYTE, 0),
                read.silently("power", Dimension.POWER, 0),
                read.silently("price", Dimension.MONEY_PER_BYTE, 0));
    }

    private static double firstOf(double... values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return Double.NaN;
    }

    private void join(org.memwright.model.Link link, String owner, Instance instance) {
        PropertyReader read = reader(PropertyOwner.LINK, owner, link, link.getProperties());
        double bandwidth = required(read, "bandwidth", Dimension.BANDWIDTH, link);
        double latency = read.number("latency", Dimension.TIME, 0);
        double energy = read.number("energy", Dimension.ENERGY_PER_BYTE, 0);
        List<Integer> sources = ends(link.getSource(), instance);
        List<Integer> targets = ends(link.getTarget(), instance);
        if (sources.isEmpty() || targets.isEmpty()) {
            return;
        }
        boolean fabric = sources.equals(targets);
        int pairs = Math.max(sources.size(), targets.size());
        boolean paired = !fabric && (sources.size() == targets.size() || Math.min(sources.size(), targets.size()) == 1);
        if (!paired) {
            add(link, sources, targets, bandwidth, latency, energy);
            return;
        }
        for (int i = 0; i < pairs; i++) {
            int source = sources.get(Math.min(i, sources.size() - 1));
            int target = targets.get(Math.min(i, targets.size() - 1));
            add(link, List.of(source), List.of(target), bandwidth, latency, energy);
        }
    }

    private void add(
            org.memwright.model.Link link,
            List<Integer> sources,
            List<Integer> targets,
            double bandwidth,
            double latency,
            double energy) {
        Set<Integer> ends = new LinkedHashSet<>();
        Stream.of(sources, targets)
                .flatMap(List::stream)
                .map(id -> tiers.get(id).device())
                .filter(device -> device != Machine.SHARED)
                .forEach(ends::add);
        int device = ends.size() == 1 ? ends.iterator().next() : Machine.SHARED;
        links.add(new Link(
                links.size(), link.getName(), device, sources, targets, link.isDuplex(), bandwidth, latency, energy));
    }

    private List<Integer> ends(Endpoint endpoint, Instance instance) {
        String tier = endpoint.getTier().getName();
        Use use = endpoint.getUse();
        List<Instance> owners =
                use == null ? List.of(instance) : instance.uses().getOrDefault(use.getName(), List.of());
        List<Integer> ids = new ArrayList<>();
        for (Instance owner : owners) {
            @Nullable Integer id = owner.tiers().get(tier);
            if (id == null) {
                problems.add(
                        CompileIssue.UNKNOWN_TIER,
                        endpoint,
                        use == null ? "this hardware" : use.getName(),
                        tier,
                        String.join(", ", owner.tiers().keySet()));
                return List.of();
            }
            ids.add(id);
        }
        return ids;
    }

    private static int id(String tier, Map<String, Integer> ids) {
        return ids.getOrDefault(tier, -1);
    }
}
