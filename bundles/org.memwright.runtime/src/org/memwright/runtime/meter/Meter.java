/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.meter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Efficiency;
import org.memwright.hardware.Energy;
import org.memwright.hardware.Interconnect;
import org.memwright.hardware.Link;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Operation;
import org.memwright.hardware.Path;
import org.memwright.hardware.Roofline;
import org.memwright.hardware.Tier;
import org.memwright.runtime.Bound;
import org.memwright.runtime.RunSink;

/**
 * Charges a run to its hardware: operations to compute units and tiers, collectives and transfers to links, time to causes.
 *
 * <p>Devices that do the same are charged once and counted as many times: ids are those of the first device.
 *
 * <p>Time: what is charged is pending until {@link #commit}, so that a driver that overlaps operations can scale them; then it
 * belongs to the part that it was spent on. {@link #spend} adds waiting.
 * <br>Units: nanoseconds, bytes, operations, joules. Cost: no allocation after the declarations.
 */
public final class Meter {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Machine machine;
    private final int devices;
    private final Efficiency efficiency;
    private final Roofline roofline;
    private final Energy energy;
    private final Interconnect interconnect;
    private final Operation operation;

    private final double[] unitOperations;
    private final double[] unitIdealNanos;
    private final double[] unitBusyNanos;
    private final double[] tierBytes;
    private final double[] tierIdealNanos;
    private final double[] linkBytes;
    private double joules;

    /** Time of rest so far, the time since the last operation, and by unit the time in which it stayed ready. */
    private double restNanos;

    private double restedNanos = Double.POSITIVE_INFINITY;
    private final double[] unitReadyNanos;

    private final List<String> parts = new ArrayList<>();
    private double[] pending;
    private double[] spent;
    private final int firstTierPart;
    private final int firstLatencyPart;
    private final int launchPart;

    private final List<Kind> kinds = new ArrayList<>();

    /** Totals of one declared operation. */
    private static final class Kind {
        final String name;
        double times;
        double operations;
        double bytes;
        double nanos;
        double[] nanosByPart;
        int unit = -1;
        int tier = -1;
        double tierMost;
        String precision = "";

        Kind(String name, int parts) {
            this.name = name;
            this.nanosByPart = new double[parts];
        }
    }

    /**
     * @param machine the hardware
     * @param efficiency the shares of the data sheet that are reached
     * @param devices how many devices do what is charged
     */
    public Meter(Machine machine, Efficiency efficiency, int devices) {
        this.machine = machine;
        this.devices = devices;
        this.efficiency = efficiency;
        this.roofline = new Roofline(machine, efficiency);
        this.energy = new Energy(machine);
        this.interconnect = new Interconnect(machine, efficiency);
        this.operation = new Operation(machine);
        int units = machine.computeUnits().size();
        int tiers = machine.tiers().size();
        unitOperations = new double[units];
        unitIdealNanos = new double[units];
        unitBusyNanos = new double[units];
        unitReadyNanos = new double[units];
        tierBytes = new double[tiers];
        tierIdealNanos = new double[tiers];
        linkBytes = new double[machine.links().size()];
        for (ComputeUnit unit : machine.computeUnits()) {
            parts.add("compute " + unit.name());
        }
        firstTierPart = parts.size();
        for (Tier tier : machine.tiers()) {
            parts.add("bandwidth of " + tier.name());
        }
        firstLatencyPart = parts.size();
        for (Tier tier : machine.tiers()) {
            parts.add("latency of " + tier.name());
        }
        launchPart = parts.size();
        parts.add("starting operations");
        pending = new double[parts.size()];
        spent = new double[parts.size()];
    }

    /** Declares a part of the run's time and returns its number; one that is there already is found. */
    public int part(String name) {
        int found = parts.indexOf(name);
        if (found >= launchPart) {
            return found;
        }
        parts.add(name);
        pending = Arrays.copyOf(pending, parts.size());
        spent = Arrays.copyOf(spent, parts.size());
        return parts.size() - 1;
    }

    /** Declares an operation and returns its number for {@link #charge}. */
    public int kind(String name) {
        kinds.add(new Kind(name, launchPart + 1));
        return kinds.size() - 1;
    }

    /** The one operation to describe before {@link #charge}. */
    public Operation operation() {
        return operation;
    }

    public Roofline roofline() {
        return roofline;
    }

    public Interconnect interconnect() {
        return interconnect;
    }

    public Efficiency efficiency() {
        return efficiency;
    }

    /**
     * Times the described operation and charges it.
     *
     * @param kind number from {@link #kind}
     * @param times how often it runs, one after the other, on each device
     * @return nanoseconds of all the times
     */
    public double charge(int kind, double times) {
        return charge(kind, times, Double.NaN);
    }

    /**
     * Charges the described operation at a time that was measured; what limits it is still told by its bytes and operations.
     *
     * @param kind number from {@link #kind}
     * @param times how often it runs, one after the other, on each device
     * @param measuredNanos of one time, start included; NaN to time it by the hardware's data sheet
     * @return nanoseconds of all the times
     */
    public double charge(int kind, double times, double measuredNanos) {
        double modelled = roofline.time(operation);
        double each = Double.isNaN(measuredNanos) ? modelled : measuredNanos;
        double nanos = each * times;
        int unit = operation.unit();
        double computed = operation.operations() * times;
        unitOperations[unit] += computed;
        unitIdealNanos[unit] += times * roofline.idealComputeNanos(unit, operation.precision(), operation.operations());
        unitBusyNanos[unit] += nanos;
        restedNanos = 0;
        double bytes = 0;
        Kind total = kinds.get(kind);
        for (int i = 0; i < operation.tierCount(); i++) {
            int tier = operation.tier(i);
            double read = operation.readBytes(tier);
            double written = operation.writtenBytes(tier);
            double moved = (read + written) * times;
            tierBytes[tier] += moved;
            tierIdealNanos[tier] += times * roofline.idealMoveNanos(unit, tier, read, written);
            bytes += moved;
            if (read + written > total.tierMost) {
                total.tierMost = read + written;
                total.tier = tier;
            }
        }
        joules += devices * times * energy.operationJoules(operation);
        int part = switch (operation.limit()) {
            case COMPUTE -> unit;
            case TIER -> firstTierPart + operation.limitingTier();
            case LATENCY -> firstLatencyPart + operation.limitingTier();
            case LAUNCH -> launchPart;
        };
        pending[part] += nanos;
        total.times += times;
        total.operations += computed;
        total.bytes += bytes;
        total.nanos += nanos;
        total.nanosByPart[part] += nanos;
        total.unit = unit;
        total.precision = operation.precision().word();
        return nanos;
    }

    /**
     * Charges a collective of devices to the links between them.
     *
     * @param path from one device to the next
     * @param sentBytes that each device sends
     * @param senders how many devices send them, over all rings
     * @param nanos how long it takes
     * @param part number from {@link #part} that the time belongs to
     */
    public void chargeCollective(Path path, double sentBytes, int senders, double nanos, int part) {
        for (Path.Hop hop : path.hops()) {
            if (hop.link() != Path.Hop.NO_LINK) {
                linkBytes[hop.link()] += sentBytes * senders;
            }
            tierBytes[hop.from().id()] += sentBytes * senders / devices;
            tierBytes[hop.to().id()] += sentBytes * senders / devices;
            joules += sentBytes
                    * senders
                    * (hop.from().joulesPerByte()
                            + hop.joulesPerByte()
                            + hop.to().joulesPerByte());
        }
        pending[part] += nanos;
    }

    /** Adds time to what is pending of a part. */
    public void pend(int part, double nanos) {
        pending[part] += nanos;
    }

    /** The pending time of all parts. */
    public double pendingNanos() {
        double sum = 0;
        for (double nanos : pending) {
            sum += nanos;
        }
        return sum;
    }

    /**
     * Turns pending time into spent time.
     *
     * @param scale share of it that the run was longer for
     */
    public void commit(double scale) {
        for (int i = 0; i < pending.length; i++) {
            spent[i] += pending[i] * scale;
            pending[i] = 0;
        }
    }

    /** Spends time on a part; negative takes back what overlapped. */
    public void spend(int part, double nanos) {
        spent[part] += nanos;
    }

    /** Lets time pass in which nothing runs; units stay ready for a while after their last operation. */
    public void rest(double nanos) {
        for (int i = 0; i < unitReadyNanos.length; i++) {
            unitReadyNanos[i] += Math.max(0, Math.min(nanos, energy.holdNanos(i) - restedNanos));
        }
        restNanos += nanos;
        restedNanos += nanos;
    }

    /** How much longer some unit stays ready when nothing runs. */
    public double readyNanos() {
        double longest = 0;
        for (int i = 0; i < unitReadyNanos.length; i++) {
            longest = Math.max(longest, energy.holdNanos(i) - restedNanos);
        }
        return longest;
    }

    /** Names of the tiers, each once, in the order of declaration. */
    public List<String> tierNames() {
        return machine.tiers().stream().map(Tier::name).distinct().toList();
    }

    /** Names of the links, each once, in the order of declaration. */
    public List<String> linkNames() {
        return machine.links().stream().map(Link::name).distinct().toList();
    }

    /** Bytes read and written of the tiers of that name, or sent over the links, on all devices. */
    public double traffic(String name) {
        double bytes = 0;
        for (int i = 0; i < tierBytes.length; i++) {
            if (machine.tiers().get(i).name().equals(name)) {
                bytes += tierBytes[i] * devices + interconnect.readBytes(i) + interconnect.writtenBytes(i);
            }
        }
        for (int i = 0; i < linkBytes.length; i++) {
            if (machine.links().get(i).name().equals(name)) {
                bytes += linkBytes[i] + interconnect.queue(i).bytes();
            }
        }
        return bytes;
    }

    /** What the links of that name can carry together, both ways. */
    public double linkBytesPerSecond(String name) {
        return machine.links().stream()
                .filter(link -> link.name().equals(name))
                .mapToDouble(link -> link.bytesPerSecond() * ways(link))
                .sum();
    }

    /** How often a link's bandwidth is there at once: for each device of a fabric, for each way of a duplex link. */
    private static int ways(Link link) {
        return link.isFabric() ? link.sources().size() : link.duplex() ? 2 : 1;
    }

    /** Operations of the units of that name, on all devices. */
    public double operations(String name) {
        double sum = 0;
        for (int i = 0; i < unitOperations.length; i++) {
            if (machine.computeUnits().get(i).name().equals(name)) {
                sum += unitOperations[i] * devices;
            }
        }
        return sum;
    }

    /** Energy of a run of that length. */
    public double joules(double nanos) {
        double sum = transferJoules() + energy.standingJoules(nanos);
        for (int i = 0; i < unitBusyNanos.length; i++) {
            sum += devices
                    * (energy.workingJoules(i, busyNanos(i, nanos)) + energy.standbyJoules(i, unitReadyNanos[i]));
        }
        return sum;
    }

    /** Measured power at work is that of whole iterations, with the gaps between their operations. */
    private double busyNanos(int unit, double nanos) {
        boolean whole = energy.isMeasured() && unitBusyNanos[unit] > 0;
        return whole ? nanos - restNanos : Math.min(nanos, unitBusyNanos[unit]);
    }

    private double transferJoules() {
        return energy.isMeasured() ? 0 : joules + interconnect.joules();
    }

    /** Energy that operations, transfers and collectives took, without what is drawn all the time. */
    public double workJoules() {
        double sum = transferJoules();
        for (int i = 0; i < unitBusyNanos.length; i++) {
            sum += devices * energy.workingJoules(i, unitBusyNanos[i]);
        }
        return sum;
    }

    /**
     * The least time of each resource: its operations or bytes at the data sheet's rate.
     *
     * <p>Of a tier, operations and transfers count apart, and the longer is taken, since transfers are taken to go on beside
     * operations.
     */
    public List<Bound.Resource> resources() {
        List<Bound.Resource> resources = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (ComputeUnit unit : machine.computeUnits()) {
            if (unitOperations[unit.id()] > 0) {
                resources.add(
                        new Bound.Resource(unit.name(), "compute", operations(unit.name()), unitIdealNanos[unit.id()]));
            }
        }
        for (Tier tier : machine.tiers()) {
            if (!seen.contains(tier.name()) && traffic(tier.name()) > 0) {
                seen.add(tier.name());
                resources.add(
                        new Bound.Resource(tier.name(), "tier", traffic(tier.name()), tierIdealNanos(tier.name())));
            }
        }
        for (Link link : machine.links()) {
            if (!seen.contains(link.name()) && traffic(link.name()) > 0) {
                seen.add(link.name());
                resources.add(
                        new Bound.Resource(link.name(), "link", traffic(link.name()), linkIdealNanos(link.name())));
            }
        }
        return resources;
    }

    private double tierIdealNanos(String name) {
        double longest = 0;
        for (Tier tier : machine.tiers()) {
            if (tier.name().equals(name)) {
                double moving = NANOS_PER_SECOND
                        * Math.max(
                                interconnect.readBytes(tier.id()) / tier.readBytesPerSecond(),
                                interconnect.writtenBytes(tier.id()) / tier.writeBytesPerSecond());
                longest = Math.max(longest, Math.max(tierIdealNanos[tier.id()], Double.isNaN(moving) ? 0 : moving));
            }
        }
        return longest;
    }

    private double linkIdealNanos(String name) {
        double longest = 0;
        for (Link link : machine.links()) {
            if (link.name().equals(name)) {
                double together = linkBytes[link.id()] / link.bytesPerSecond() / ways(link) * NANOS_PER_SECOND;
                longest = Math.max(
                        longest,
                        Math.max(together, interconnect.queue(link.id()).idealNanos()));
            }
        }
        return longest;
    }

    /**
     * The least time of the run.
     *
     * @param lastArrivalNanos what no hardware can end before
     */
    public Bound bound(double lastArrivalNanos) {
        List<Bound.Resource> resources = resources();
        double nanos = lastArrivalNanos;
        String limit = "the last arrival";
        for (Bound.Resource resource : resources) {
            if (resource.nanos() > nanos) {
                nanos = resource.nanos();
                limit = resource.kind().equals("compute")
                        ? "compute " + resource.name()
                        : "bandwidth of " + resource.name();
            }
        }
        return new Bound(nanos, limit, resources);
    }

    /** What a run spent most of its time on, waiting for requests apart. */
    public String boundBy(int idlePart) {
        int most = -1;
        double[] byName = byName();
        for (int i = 0; i < byName.length; i++) {
            if (i != idlePart && byName[i] > 0 && (most < 0 || byName[i] > byName[most])) {
                most = i;
            }
        }
        return most < 0 ? "" : parts.get(most);
    }

    /** Time by part; parts of one name under the first of them. */
    private double[] byName() {
        double[] sums = new double[parts.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[parts.indexOf(parts.get(i))] += spent[i];
        }
        return sums;
    }

    /** Reports where the time went, in whole nanoseconds that add up to the makespan; the longest part takes what rounding leaves. */
    public void attribute(RunSink sink, long makespanNanos) {
        double[] sums = byName();
        long left = makespanNanos;
        int longest = 0;
        for (int i = 0; i < sums.length; i++) {
            left -= Math.round(sums[i]);
            longest = sums[i] > sums[longest] ? i : longest;
        }
        for (int i = 0; i < sums.length; i++) {
            double nanos = Math.round(sums[i]) + (i == longest ? left : 0);
            if (nanos != 0) {
                sink.attribution(parts.get(i), nanos);
            }
        }
    }

    /** Reports the totals of each operation, on all devices; its time is that of one. */
    public void operations(RunSink sink) {
        for (Kind kind : kinds) {
            if (kind.times > 0) {
                int most = 0;
                for (int i = 1; i < kind.nanosByPart.length; i++) {
                    most = kind.nanosByPart[i] > kind.nanosByPart[most] ? i : most;
                }
                sink.operation(new RunSink.Operation(
                        kind.name,
                        machine.computeUnits().get(kind.unit).name(),
                        kind.tier < 0 ? "" : machine.tiers().get(kind.tier).name(),
                        kind.precision,
                        Math.round(kind.times * devices),
                        kind.operations * devices,
                        kind.bytes * devices,
                        kind.nanos,
                        parts.get(most)));
            }
        }
    }
}
