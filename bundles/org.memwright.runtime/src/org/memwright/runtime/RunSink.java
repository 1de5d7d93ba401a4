/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime;

/**
 * Where an engine puts what it measures, as it runs. A profile collects it; a view may watch it live.
 *
 * <p>Calls come from one thread, in simulated time.
 */
public interface RunSink {
    /** Whether someone asked the run to stop; asked at least once per iteration. */
    boolean cancelled();

    /**
     * Whether measures shall carry intervals where the error of times is known; an engine may simulate more than once for
     * them.
     */
    default boolean wantsIntervals() {
        return true;
    }

    /**
     * @param done share of the work done, 0 to 1
     * @param nanos simulated time
     */
    void progress(double done, long nanos);

    /** Declares a time series and returns its number for {@link #sample}. */
    int series(Series series);

    /** Adds a value of a series, that holds until the next; times of one series never fall. */
    void sample(int series, long nanos, double value);

    /** A figure for each request: {@code ttft} in seconds. NaN where a request has none. */
    void distribution(Distribution distribution);

    void measure(Measure measure);

    /** Totals of one operation of the model, for the roofline. */
    void operation(Operation operation);

    /** Adds time of the run to a part: compute, a tier, a link, queueing, overhead. The parts add up to the makespan. */
    void attribution(String part, double nanos);

    void bound(Bound bound);

    /** A stretch of time on a track of the trace: a request waiting, prefilling, decoding. */
    void span(String track, String name, long startNanos, long endNanos);

    void note(Note note);

    /**
     * A time series.
     *
     * @param kind what is sampled
     * @param of name of the tier, store, link or queue
     * @param unit of the values: {@code B}, {@code B/s}, empty for a count
     * @param limit the most it can be, such as a capacity; of traffic, the most in a second; NaN where there is none
     */
    record Series(SeriesKind kind, String of, String unit, double limit) {}

    /** What a series samples. */
    enum SeriesKind {
        /** Bytes in a tier. */
        TIER_OCCUPANCY,
        /** Bytes in a store. */
        STORE_OCCUPANCY,
        /** Bytes moved so far by a tier. */
        TIER_TRAFFIC,
        /** Bytes moved so far over a link. */
        LINK_TRAFFIC,
        /** Energy drawn so far by the whole machine. */
        ENERGY,
        /** Requests in a state: running, waiting, swapped. */
        REQUESTS,
        /**
         * Status of a step of a task, by its path such as {@code flight/search}: 0 pending, 1 active, 2 done, 3 failed, 4 skipped.
         */
        STEP_STATUS;

        /** Whether values are totals so far, which never fall, and what they rise by in a second is of interest. */
        public boolean isTotal() {
            return this == TIER_TRAFFIC || this == LINK_TRAFFIC || this == ENERGY;
        }
    }

    /**
     * A figure for each request, in the order of arrival.
     *
     * @param unit the unit of the values, such as {@code s} or {@code tokens}
     */
    record Distribution(String name, String unit, double[] values) {}

    /**
     * Totals of one operation.
     *
     * @param name such as {@code attention (decode)}
     * @param unit name of the compute unit
     * @param tier name of the tier that it streams from
     * @param precision of the operations, such as {@code fp16}
     * @param times how often it ran
     * @param boundBy what it mostly waited for
     */
    record Operation(
            String name,
            String unit,
            String tier,
            String precision,
            long times,
            double operations,
            double bytes,
            double nanos,
            String boundBy) {}

    /** Something the reader of the result must know. */
    record Note(NoteKind kind, String text) {}

    /** Kinds of notes. */
    enum NoteKind {
        /** A value that was left out and what was taken. */
        DEFAULT,
        /** What the figures do not contain: the effect of dropped tokens on answers. */
        GAP,
        /** What was skipped or cut: bad rows, a run that was stopped. */
        WARNING,
        /** Which figures were computed by running and which by the hardware model. */
        METHOD
    }
}
