/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

/**
 * One operation of a compute unit: what it computes, what it reads and writes; and, once a {@link Roofline} has timed it,
 * how long it takes and why.
 *
 * <p>State: reused. {@link #begin} forgets the operation before, so a driver keeps one object for a whole run.
 * <br>Cost: no allocation; begin and timing are linear in the tiers that the operation touches.
 * <br>Units: operations, bytes, nanoseconds.
 */
public final class Operation {
    private final double[] accessBytes;
    private final double[] readBytes;
    private final double[] writtenBytes;
    private final boolean[] isTouched;
    private final int[] touched;
    private int touchedCount;

    private Work work = Work.MATRIX;
    private int unit;
    private Precision precision = Precision.FP16;
    private double operations;

    private double nanos;
    private double idealNanos;
    private Limit limit = Limit.LAUNCH;
    private int limitingTier = -1;

    /** @param machine the hardware that operations run on */
    public Operation(Machine machine) {
        int tiers = machine.tiers().size();
        accessBytes = new double[tiers];
        for (Tier tier : machine.tiers()) {
            accessBytes[tier.id()] = Math.max(1, tier.accessBytes());
        }
        readBytes = new double[tiers];
        writtenBytes = new double[tiers];
        isTouched = new boolean[tiers];
        touched = new int[tiers];
    }

    /**
     * Starts to describe another operation.
     *
     * @param unit id of the compute unit; all of its {@link ComputeUnit#count()} work together
     * @param precision the format that it computes in
     */
    public Operation begin(Work work, int unit, Precision precision) {
        for (int i = 0; i < touchedCount; i++) {
            int tier = touched[i];
            readBytes[tier] = 0;
            writtenBytes[tier] = 0;
            isTouched[tier] = false;
        }
        touchedCount = 0;
        operations = 0;
        this.work = work;
        this.unit = unit;
        this.precision = precision;
        time(0, 0, Limit.LAUNCH, -1);
        return this;
    }

    /** Adds arithmetic: a multiplication and an addition are two operations. */
    public Operation compute(double moreOperations) {
        operations += amount("operations", moreOperations);
        return this;
    }

    /** Adds bytes read in one piece. */
    public Operation read(int tier, double bytes) {
        return read(tier, 1, bytes);
    }

    /** Adds bytes written in one piece. */
    public Operation write(int tier, double bytes) {
        return write(tier, 1, bytes);
    }

    /**
     * Adds bytes read from scattered places.
     *
     * @param pieces how many places
     * @param bytesEach bytes wanted at each; what is moved is rounded up to the tier's access granularity
     */
    public Operation read(int tier, double pieces, double bytesEach) {
        double bytes = moved(tier, pieces, bytesEach);
        readBytes[tier] += bytes;
        touch(tier);
        return this;
    }

    /**
     * Adds bytes written to scattered places.
     *
     * @param pieces how many places
     * @param bytesEach bytes for each; what is moved is rounded up to the tier's access granularity
     */
    public Operation write(int tier, double pieces, double bytesEach) {
        double bytes = moved(tier, pieces, bytesEach);
        writtenBytes[tier] += bytes;
        touch(tier);
        return this;
    }

    private double moved(int tier, double pieces, double bytesEach) {
        amount("pieces", pieces);
        amount("bytes", bytesEach);
        return pieces * roundUp(bytesEach, accessBytes[tier]);
    }

    /** The least whole number of accesses that hold the bytes. */
    static double roundUp(double bytes, double accessBytes) {
        return accessBytes <= 1 ? bytes : Math.ceil(bytes / accessBytes) * accessBytes;
    }

    private void touch(int tier) {
        if (!isTouched[tier]) {
            isTouched[tier] = true;
            touched[touchedCount++] = tier;
        }
    }

    static double amount(String what, double value) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(what + " is " + value + ", must be 0 or more and finite");
        }
        return value;
    }

    void time(double newNanos, double newIdealNanos, Limit newLimit, int newLimitingTier) {
        nanos = newNanos;
        idealNanos = newIdealNanos;
        limit = newLimit;
        limitingTier = newLimitingTier;
    }

    public Work work() {
        return work;
    }

    public int unit() {
        return unit;
    }

    public Precision precision() {
        return precision;
    }

    public double operations() {
        return operations;
    }

    /** Bytes that the operation reads from a tier, rounded up to what is moved. */
    public double readBytes(int tier) {
        return readBytes[tier];
    }

    /** Bytes that the operation writes to a tier, rounded up to what is moved. */
    public double writtenBytes(int tier) {
        return writtenBytes[tier];
    }

    /** How many tiers the operation touches. */
    public int tierCount() {
        return touchedCount;
    }

    /** The id of a tier that the operation touches, in the order of the first touch. */
    public int tier(int index) {
        return touched[index];
    }

    /** How long the operation takes, as last timed. */
    public double nanos() {
        return nanos;
    }

    /** {@link #nanos()} in whole nanoseconds, rounded up so that it is never below the bound. */
    public long wholeNanos() {
        return (long) Math.ceil(nanos);
    }

    /** The least time that the same operations and bytes could take on the data sheet's hardware, as last timed. */
    public double idealNanos() {
        return idealNanos;
    }

    /** What makes it take so long, as last timed. */
    public Limit limit() {
        return limit;
    }

    /** The tier that limits, when {@link #limit()} is the bandwidth or latency of one; otherwise -1. */
    public int limitingTier() {
        return limitingTier;
    }
}
