/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.memwright.runtime.RunFailure;

/**
 * Collects requests row after row, in any order of arrival, and makes {@link Requests} of them.
 *
 * <p>Cost: 16 bytes for each row, half as much again while it grows.
 */
public final class RequestTable {
    /** The most tokens of one prompt or answer, so that their sum is an {@code int}. */
    public static final int MAX_TOKENS = 1_000_000_000;

    /** A hundred years, so that a run that goes on after the last arrival still counts in {@code long} nanoseconds. */
    private static final long MAX_SPAN_NANOS = 100L * 365 * 24 * 3600 * 1_000_000_000;

    private static final int INITIAL_ROWS = 1024;

    private long[] arrivalNanos = new long[INITIAL_ROWS];
    private int[] promptTokens = new int[INITIAL_ROWS];
    private int[] outputTokens = new int[INITIAL_ROWS];
    private int count;

    /**
     * @param arrivalNanos in any time of the data's own
     * @param promptTokens 1 to {@link #MAX_TOKENS}
     * @param outputTokens 1 to {@link #MAX_TOKENS}
     */
    public void add(long arrivalNanos, int promptTokens, int outputTokens) {
        if (promptTokens < 1 || promptTokens > MAX_TOKENS || outputTokens < 1 || outputTokens > MAX_TOKENS) {
            throw new IllegalArgumentException(
                    "a request of " + promptTokens + " + " + outputTokens + " tokens; each must be 1 to " + MAX_TOKENS);
        }
        if (count == this.arrivalNanos.length) {
            int rows = (int) Math.min(Integer.MAX_VALUE - 8L, count + (count >> 1));
            this.arrivalNanos = Arrays.copyOf(this.arrivalNanos, rows);
            this.promptTokens = Arrays.copyOf(this.promptTokens, rows);
            this.outputTokens = Arrays.copyOf(this.outputTokens, rows);
        }
        this.arrivalNanos[count] = arrivalNanos;
        this.promptTokens[count] = promptTokens;
        this.outputTokens[count] = outputTokens;
        count++;
    }

    public int count() {
        return count;
    }

    /**
     * The requests in order of arrival, those that arrive together in order of their rows. The earliest arrives at 0.
     *
     * @param name of the data, for the description
     * @param content of each row
     * @param notes what was found while reading
     * @throws RunFailure if the arrivals lie more than 100 years apart
     */
    public Requests requests(String name, PromptContent content, long skippedRows, List<String> notes)
            throws RunFailure {
        long[] arrivals = Arrays.copyOf(arrivalNanos, count);
        int[] prompts = Arrays.copyOf(promptTokens, count);
        int[] outputs = Arrays.copyOf(outputTokens, count);
        List<String> allNotes = notes;
        PromptContent ordered = content;
        int early = earlyRows(arrivals);
        if (early > 0) {
            int[] order = stableOrder(arrivals);
            for (int i = 0; i < count; i++) {
                arrivals[i] = arrivalNanos[order[i]];
                prompts[i] = promptTokens[order[i]];
                outputs[i] = outputTokens[order[i]];
            }
            ordered = content.inOrder(order);
            String note =
                    early + " of " + count + " rows of " + name + " arrive before the row above them; the requests"
                            + " were put in order of arrival, those that arrive together in order of their rows";
            allNotes = Stream.concat(notes.stream(), Stream.of(note)).toList();
        }
        long origin = count == 0 ? 0 : arrivals[0];
        if (count > 0 && exceeds(arrivals[count - 1], origin)) {
            throw new RunFailure(name + ": the first and the last request arrive more than 100 years apart, which a run"
                    + " cannot hold in nanoseconds; is the unit of the arrivals right?");
        }
        for (int i = 0; i < count; i++) {
            arrivals[i] -= origin;
        }
        return new Requests(
                arrivals,
                prompts,
                outputs,
                ordered,
                origin,
                skippedRows,
                count + (count == 1 ? " request of " : " requests of ") + name,
                allNotes,
                List.of());
    }

    private static boolean exceeds(long last, long first) {
        long span = last - first;
        return span < 0 || span > MAX_SPAN_NANOS;
    }

    private static int earlyRows(long[] arrivals) {
        int early = 0;
        for (int i = 1; i < arrivals.length; i++) {
            if (arrivals[i] < arrivals[i - 1]) {
                early++;
            }
        }
        return early;
    }

    /** Row numbers by arrival, equal ones in their order: a merge sort from runs of one row up. */
    private static int[] stableOrder(long[] keys) {
        int[] order = new int[keys.length];
        Arrays.setAll(order, i -> i);
        int[] merged = new int[keys.length];
        for (long width = 1; width < keys.length; width *= 2) {
            for (long start = 0; start < keys.length; start += 2 * width) {
                int middle = (int) Math.min(start + width, keys.length);
                int end = (int) Math.min(start + 2 * width, keys.length);
                merge(keys, order, merged, (int) start, middle, end);
            }
            int[] swap = order;
            order = merged;
            merged = swap;
        }
        return order;
    }

    private static void merge(long[] keys, int[] order, int[] merged, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean takeLeft = left < middle && (right == end || keys[order[left]] <= keys[order[right]]);
            merged[at] = takeLeft ? order[left++] : order[right++];
        }
    }
}
