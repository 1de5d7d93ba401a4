/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.kv.serve.Reserve;
import org.memwright.engine.kv.serve.Scheduler;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Path;
import org.memwright.hardware.Tier;
import org.memwright.runtime.plan.TransformerShape;
import org.memwright.units.Bytes;

/**
 * Where the model lies on the machine: which unit computes, which tier holds the weights, how both are divided over devices.
 *
 * <p>Devices do alike, so that ids are those of the first; the tier of a name is its own, or the shared one.
 *
 * @param unit the compute unit of the first device
 * @param home the tier that holds weights and, unless a store says otherwise, keys and values
 * @param near a tier on the unit with more bandwidth, such as a cache on chip; null where there is none
 * @param weightBytes of the weights on the fullest device
 * @param reserves what the serving rules keep of the home tier of one device beside weights, keys and values
 */
record Placement(
        Machine machine,
        TransformerShape model,
        int tensor,
        int pipeline,
        ComputeUnit unit,
        Tier home,
        @Nullable Tier near,
        KvShape shape,
        double weightBytes,
        List<Reserve> reserves) {

    Placement {
        reserves = List.copyOf(reserves);
    }

    /**
     * Places a model.
     *
     * @param longestPrompt tokens of the longest prompt, for the workspace
     * @throws IllegalArgumentException where it does not fit, with what would help
     */
    static Placement of(
            Machine machine, TransformerShape model, int tensor, int pipeline, Scheduler scheduler, int longestPrompt) {
        int devices = tensor * pipeline;
        if (devices > machine.devices()) {
            throw new IllegalArgumentException("split tensor " + tensor + " pipeline " + pipeline + " needs " + devices
                    + " devices, but " + machine.name() + " has " + machine.devices()
                    + "; split over fewer, or run on a hardware that uses more nodes");
        }
        ComputeUnit unit = unit(machine, model);
        Tier home = home(machine, unit);
        Tier near = machine.tiers().stream()
                .filter(t -> t.computeUnit() == unit.id()
                        && t.id() != home.id()
                        && t.readBytesPerSecond() > home.readBytesPerSecond())
                .max(Comparator.comparingDouble(Tier::readBytesPerSecond))
                .orElse(null);
        KvShape shape = KvShape.of(model, tensor, pipeline);
        double weights = weightBytes(model, tensor, pipeline);
        double capacity = capacity(home, devices);
        long tokens =
                scheduler.cutsPrompts() ? scheduler.mostBatched() : Math.max(scheduler.mostBatched(), longestPrompt);
        List<Reserve> reserves = scheduler.reserves(
                new Reserve.Demand(model, shape, tensor, capacity, tokens, Math.min(scheduler.mostRunning(), tokens)));
        double kept = reserves.stream().mapToDouble(Reserve::bytes).sum();
        if (weights + kept > capacity) {
            throw new IllegalArgumentException("the weights of " + model.name() + " take " + Bytes.format(weights)
                    + " and " + described(reserves) + " of each device, but " + home.name() + " of " + machine.name()
                    + " holds " + Bytes.format(capacity)
                    + "; split tensor or pipeline over more devices, or keep the weights in fewer bits");
        }
        return new Placement(machine, model, tensor, pipeline, unit, home, near, shape, weights, reserves);
    }

    private static String described(List<Reserve> reserves) {
        return String.join(
                ", ",
                reserves.stream()
                        .map(reserve -> reserve.name() + " " + Bytes.format(reserve.bytes()))
                        .toList());
    }

    /** Bytes that the serving rules use of the home tier of one device beside weights, keys and values. */
    double workspaceBytes() {
        return reserves.stream()
                .filter(Reserve::used)
                .mapToDouble(Reserve::bytes)
                .sum();
    }

    /** Bytes of the home tier of one device that are left alone. */
    double leftBytes() {
        return reserves.stream()
                .filter(r -> !r.used())
                .mapToDouble(Reserve::bytes)
                .sum();
    }

    private static ComputeUnit unit(Machine machine, TransformerShape model) {
        List<ComputeUnit> own = machine.computeUnits().stream()
                .filter(u -> u.device() <= 0 && u.tier() < 0)
                .toList();
        if (own.isEmpty()) {
            throw new IllegalArgumentException(machine.name()
                    + " has no compute unit outside of a memory; declare one, such as: compute gpu { peak "
                    + model.weights().word() + " 312 TFLOP/s }");
        }
        return own.stream()
                .filter(u -> u.peak(model.weights()).isPresent())
                .max(Comparator.<ComputeUnit>comparingDouble(
                                u -> u.peak(model.weights()).getAsDouble() * u.count())
                        .thenComparing(ComputeUnit::id, Comparator.reverseOrder()))
                .orElseThrow(() ->
                        new IllegalArgumentException("compute " + own.getFirst().name() + " of "
                                + machine.name() + " has no peak for "
                                + model.weights().word() + ", the format of the weights of "
                                + model.name() + "; declare one, such as: peak "
                                + model.weights().word() + " 312 TFLOP/s"));
    }

    /** The largest tier on the unit; where none is declared on it, the one of the device that it reads fastest. */
    private static Tier home(Machine machine, ComputeUnit unit) {
        Optional<Tier> on = machine.tiers().stream()
                .filter(t -> t.computeUnit() == unit.id())
                .max(Comparator.comparingDouble(Tier::capacityBytes)
                        .thenComparing(Tier::id, Comparator.reverseOrder()));
        return on.or(() -> machine.tiers().stream()
                        .filter(t -> t.device() <= 0)
                        .max(Comparator.comparingDouble(Tier::readBytesPerSecond)
                                .thenComparing(Tier::id, Comparator.reverseOrder())))
                .orElseThrow(() -> new IllegalArgumentException(machine.name()
                        + " has no tier for weights; declare one, such as: tier hbm on " + unit.name()
                        + " { capacity 80 GiB bandwidth 2 TB/s }"));
    }

    /** Weights on the fullest device: its layers, and with them the embedding or the head. */
    private static double weightBytes(TransformerShape model, int tensor, int pipeline) {
        double ends = pipeline == 1
                ? model.embeddingParameters() + model.normParameters() + model.headParameters()
                : Math.max(
                        model.embeddingParameters(),
                        model.normParameters() + (model.tied() ? model.embeddingParameters() : model.headParameters()));
        double layers = (double) Math.ceilDiv(model.layers(), pipeline) * model.layerParameters();
        return (layers + ends) / tensor * model.weights().bytes();
    }

    int devices() {
        return tensor * pipeline;
    }

    /** The tier of that name that the first device uses. */
    Tier tier(String name) {
        return machine.tier(0, name)
                .orElseThrow(() -> new IllegalArgumentException(machine.name() + " has no tier '" + name + "'; it has "
                        + machine.tiers().stream().map(Tier::name).distinct().toList()));
    }

    /** What one device may take of a tier: an equal part where all share it. */
    double capacity(Tier tier) {
        return capacity(tier, devices());
    }

    private static double capacity(Tier tier, int devices) {
        return tier.device() == Machine.SHARED ? tier.capacityBytes() / devices : tier.capacityBytes();
    }

    /**
     * The ways between two tiers, one for each device.
     *
     * @throws IllegalArgumentException where no link leads there
     */
    Path[] paths(String from, String to) {
        List<Path> paths = new ArrayList<>();
        for (int device = 0; device < devices(); device++) {
            Tier source = tierOf(device, from);
            Tier target = tierOf(device, to);
            paths.add(machine.path(source.id(), target.id())
                    .orElseThrow(() -> new IllegalArgumentException("no link of " + machine.name() + " leads from "
                            + from + " to " + to + "; declare one, such as: link bus : " + from + " <-> " + to
                            + " { bandwidth 31.5 GB/s }")));
        }
        return paths.toArray(Path[]::new);
    }

    private Tier tierOf(int device, String name) {
        return machine.tier(device, name).orElseGet(() -> tier(name));
    }

    /** The home tier of a device. */
    Tier homeOf(int device) {
        return tierOf(device, home.name());
    }

    /** Whether the unit reads a tier itself, without a link. */
    boolean isLocal(Tier tier) {
        return tier.id() == home.id() || tier.computeUnit() == unit.id();
    }
}
