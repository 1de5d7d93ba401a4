/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.Arrays;

/**
 * Says what the time of each request went to, without remainder: while it waits to queueing, while it runs to what the
 * iterations of that time went to.
 *
 * <p>State: totals of all iterations, and for each request that has been admitted and has not ended its parts so far, from
 * which the totals at its admission are taken off.
 * <br>Units: whole nanoseconds. Cost: O(causes) when a request enters, leaves, has its first token or ends.
 */
@SuppressWarnings("EnumOrdinal") // times by cause sit in flat arrays
final class TimeSplit {
    private static final Cause[] CAUSES = Cause.values();
    private static final int WIDTH = CAUSES.length;
    private static final int NONE = -1;

    private final long[] spent = new long[WIDTH];
    private final int[] slotOf;

    /** By slot, its parts so far; by slot, those when it had its first token. */
    private long[] parts = new long[16 * WIDTH];

    private long[] atFirst = new long[16 * WIDTH];
    private long[] waitsSince = new long[16];
    private int[] freeSlots = new int[16];
    private int freeCount;
    private int slots;

    private final double[] firstSum = new double[WIDTH];
    private final double[] stepSum = new double[WIDTH];
    private final double[] latencySum = new double[WIDTH];

    TimeSplit(int requests) {
        slotOf = new int[requests];
        Arrays.fill(slotOf, NONE);
    }

    /** Adds an iteration that took so long; what rounding leaves goes to overhead. */
    void iteration(long nanos, long waited, IterationCost cost) {
        long left = nanos - waited;
        spent[Cause.LINKS.ordinal()] += waited;
        for (Cause cause : CAUSES) {
            if (cause != Cause.OVERHEAD) {
                long whole = Math.min(left, (long) cost.causeNanos(cause));
                spent[cause.ordinal()] += whole;
                left -= whole;
            }
        }
        spent[Cause.OVERHEAD.ordinal()] += left;
    }

    /** Adds time in which running requests wait for their keys and values to come back. */
    void returning(long nanos) {
        spent[Cause.LINKS.ordinal()] += nanos;
    }

    /** A request begins to run, or does so again. */
    void enter(int request, long arrived, long now) {
        long since = arrived;
        int slot = slotOf[request];
        if (slot == NONE) {
            slot = take();
            slotOf[request] = slot;
        } else {
            since = waitsSince[slot];
        }
        int at = slot * WIDTH;
        parts[at + Cause.QUEUEING.ordinal()] += now - since;
        for (int i = 0; i < WIDTH; i++) {
            parts[at + i] -= spent[i];
        }
    }

    private int take() {
        if (freeCount > 0) {
            int slot = freeSlots[--freeCount];
            Arrays.fill(parts, slot * WIDTH, (slot + 1) * WIDTH, 0);
            return slot;
        }
        if (slots == waitsSince.length) {
            waitsSince = Arrays.copyOf(waitsSince, 2 * slots);
            freeSlots = Arrays.copyOf(freeSlots, 2 * slots);
            parts = Arrays.copyOf(parts, 2 * slots * WIDTH);
            atFirst = Arrays.copyOf(atFirst, 2 * slots * WIDTH);
        }
        return slots++;
    }

    /** A running request gives way. */
    void leave(int request, long now) {
        int slot = slotOf[request];
        int at = slot * WIDTH;
        for (int i = 0; i < WIDTH; i++) {
            parts[at + i] += spent[i];
        }
        waitsSince[slot] = now;
    }

    /**
     * A running request has its first token.
     *
     * @return the sum of its parts
     */
    long first(int request) {
        int at = slotOf[request] * WIDTH;
        long sum = 0;
        for (int i = 0; i < WIDTH; i++) {
            atFirst[at + i] = parts[at + i] + spent[i];
            firstSum[i] += atFirst[at + i];
            sum += atFirst[at + i];
        }
        return sum;
    }

    /**
     * A running request ends.
     *
     * @param steps tokens after the first
     * @return the sum of its parts
     */
    long finish(int request, int steps) {
        int slot = slotOf[request];
        int at = slot * WIDTH;
        long sum = 0;
        for (int i = 0; i < WIDTH; i++) {
            long part = parts[at + i] + spent[i];
            latencySum[i] += part;
            stepSum[i] += steps == 0 ? 0 : (double) (part - atFirst[at + i]) / steps;
            sum += part;
        }
        drop(request);
        return sum;
    }

    /** A request that was admitted is rejected after all. */
    void drop(int request) {
        int slot = slotOf[request];
        if (slot != NONE) {
            freeSlots[freeCount++] = slot;
            slotOf[request] = NONE;
        }
    }

    /** Sum of a cause over the times to the first token. */
    double firstNanos(Cause cause) {
        return firstSum[cause.ordinal()];
    }

    /** Sum of a cause over the mean times of later tokens. */
    double stepNanos(Cause cause) {
        return stepSum[cause.ordinal()];
    }

    /** Sum of a cause over the times to the last token. */
    double latencyNanos(Cause cause) {
        return latencySum[cause.ordinal()];
    }
}
