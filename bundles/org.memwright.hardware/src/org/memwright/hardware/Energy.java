/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

/**
 * Energy of a machine: what each byte and operation takes, and what is drawn all the time.
 *
 * <p>Units: joules, nanoseconds. Cost: no allocation.
 * <br>Assumes: a unit's declared power while it works and its energy per operation are both spent; a data sheet that gives
 * the power of the whole board already contains the operations, so then no energy per operation is declared.
 */
public final class Energy {
    private static final double SECONDS_PER_NANO = 1e-9;

    private final double[] joulesPerByte;
    private final double[] joulesPerOperation;
    private final double[] workingWatts;
    private final double standingWatts;

    /** @param machine the hardware */
    public Energy(Machine machine) {
        joulesPerByte = new double[machine.tiers().size()];
        joulesPerOperation = new double[machine.computeUnits().size()];
        workingWatts = new double[machine.computeUnits().size()];
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
        standingWatts = standing;
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

    /** Energy that the whole machine draws in a time whether it works or not. */
    public double standingJoules(double nanos) {
        return standingWatts * nanos * SECONDS_PER_NANO;
    }
}
