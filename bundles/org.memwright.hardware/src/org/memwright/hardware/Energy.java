/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.Optional;

/**
 * Energy of a machine: what each byte and operation takes, and what is drawn all the time.
 *
 * <p>Units: joules, nanoseconds. Cost: no allocation.
 * <br>Assumes: a unit's declared power while it works and its energy per operation are both spent; a data sheet that gives
 * the power of the whole board already contains the operations, so then no energy per operation is declared. Where the power
 * of the machine was measured ({@link PowerLevels}), it takes the place of all of these; of a machine with several devices,
 * each beyond the first adds what it draws above rest.
 */
public final class Energy {
    private static final double SECONDS_PER_NANO = 1e-9;
    private static final double NANOS_PER_SECOND = 1e9;

    private final double[] joulesPerByte;
    private final double[] joulesPerOperation;
    private final double[] workingWatts;
    private final double[] standbyWatts;
    private final double[] holdNanos;
    private final double standingWatts;
    private final boolean isMeasured;

    /** @param machine the hardware */
    public Energy(Machine machine) {
        int units = machine.computeUnits().size();
        joulesPerByte = new double[machine.tiers().size()];
        joulesPerOperation = new double[units];
        workingWatts = new double[units];
        standbyWatts = new double[units];
        holdNanos = new double[units];
        Optional<PowerLevels> measured = machine.computeUnits().stream()
                .flatMap(unit -> unit.times().power().stream())
                .findFirst();
        isMeasured = measured.isPresent();
        standingWatts = isMeasured ? measure(machine, measured.get()) : declare(machine);
    }

    private double measure(Machine machine, PowerLevels rest) {
        for (ComputeUnit unit : machine.computeUnits()) {
            PowerLevels power = unit.times().power().orElse(null);
            if (power != null) {
                workingWatts[unit.id()] = power.workingWatts() - power.idleWatts();
                standbyWatts[unit.id()] = power.standbyWatts() - power.idleWatts();
                holdNanos[unit.id()] = power.holdSeconds() * NANOS_PER_SECOND;
            }
        }
        return rest.idleWatts();
    }

    private double declare(Machine machine) {
        double standing = machine.staticWatts();
        for (Tier tier : machine.tiers()) {
            joulesPerByte[tier.id()] = tier.joulesPerByte();
            standing += tier.staticWatts();
        }
        for (ComputeUnit unit : machine.computeUnits()) {
            joulesPerOperation[unit.id()] = unit.joulesPerOperation();
            workingWatts[unit.id()] = Math.max(0, unit.watts() - unit.idleWatts()) * unit.count();
            standing += unit.idleWatts() * unit.count();
        }
        return standing;
    }

    /** Whether the power of the machine was measured, which contains every byte and operation, also those of links. */
    public boolean isMeasured() {
        return isMeasured;
    }

    /** Energy of an operation's arithmetic and of the bytes that it reads and writes. */
    public double operationJoules(Operation operation) {
        double joules = operation.operations() * joulesPerOperation[operation.unit()];
        for (int i = 0; i < operation.tierCount(); i++) {
            int tier = operation.tier(i);
            joules += (operation.readBytes(tier) + operation.writtenBytes(tier)) * joulesPerByte[tier];
        }
        return joules;
    }

    /** Energy of a compute unit's working for a time, beyond what it draws idle; all of its count work. */
    public double workingJoules(int unit, double busyNanos) {
        return workingWatts[unit] * busyNanos * SECONDS_PER_NANO;
    }

    /** Energy of a compute unit's staying ready for a time, beyond what it draws idle. */
    public double standbyJoules(int unit, double readyNanos) {
        return standbyWatts[unit] * readyNanos * SECONDS_PER_NANO;
    }

    /** How long a compute unit stays ready after its last operation; 0 where that is not known. */
    public double holdNanos(int unit) {
        return holdNanos[unit];
    }

    /** Energy that the whole machine draws in a time whether it works or not. */
    public double standingJoules(double nanos) {
        return standingWatts * nanos * SECONDS_PER_NANO;
    }
}
