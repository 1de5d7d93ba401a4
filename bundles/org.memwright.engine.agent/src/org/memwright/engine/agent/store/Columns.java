/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What a store knows of each item beside its text, in arrays by number; and what joins items: parents and links.
 *
 * <p>Cost: 49 bytes for each item; 4 more where any has a parent; links as many integers as there are ends.
 */
final class Columns {
    private static final int FEWEST = 64;
    private static final int[] NO_INTS = {};
    private static final int BYTES_PER_ITEM = 3 * Long.BYTES + Double.BYTES + Float.BYTES + 3 * Integer.BYTES;

    long[] places = new long[FEWEST];
    long[] times = new long[FEWEST];
    long[] recalled = new long[FEWEST];
    double[] strengths = new double[FEWEST];
    float[] importances = new float[FEWEST];
    int[] sessions = new int[FEWEST];
    int[] recalls = new int[FEWEST];
    int[] bytes = new int[FEWEST];
    final BitSet live = new BitSet();
    int count;
    long liveBytes;
    private int[] parents = NO_INTS;
    private int[][] links = new int[0][];
    private int linkEnds;

    int add(long place, long time, int session, double strength, double importance, int size) {
        if (count == places.length) {
            resize(Math.addExact(count, count >> 1));
        }
        places[count] = place;
        times[count] = time;
        recalled[count] = time;
        strengths[count] = strength;
        importances[count] = (float) importance;
        sessions[count] = session;
        recalls[count] = 0;
        bytes[count] = size;
        live.set(count);
        liveBytes += size;
        return count++;
    }

    boolean remove(int number) {
        if (!live.get(number)) {
            return false;
        }
        live.clear(number);
        liveBytes -= bytes[number];
        for (int other : links(number)) {
            links[other] = without(links[other], number);
            linkEnds -= 2;
        }
        if (number < links.length) {
            links[number] = NO_INTS;
        }
        return true;
    }

    /** Puts a newer record in the place of the one that an item had. */
    void replace(int number, long place, int size) {
        places[number] = place;
        liveBytes += live.get(number) ? size - bytes[number] : 0;
        bytes[number] = size;
    }

    // ── what joins items ────────────────────────────────────────────────────────────────────────────────────

    /** @return false where they were joined already */
    boolean link(int a, int b) {
        if (a == b || has(links(a), b)) {
            return false;
        }
        int longest = Math.max(a, b) + 1;
        if (links.length < longest) {
            int before = links.length;
            links = Arrays.copyOf(links, Math.max(longest, Math.addExact(before, before >> 1)));
            Arrays.fill(links, before, links.length, NO_INTS);
        }
        links[a] = with(links[a], b);
        links[b] = with(links[b], a);
        linkEnds += 2;
        return true;
    }

    /** The items that an item is linked to, in the order of linking. */
    int[] links(int number) {
        return number < links.length ? links[number] : NO_INTS;
    }

    /** Twice the links. */
    int linkEnds() {
        return linkEnds;
    }

    void parent(int child, int parent) {
        if (parents.length <= child) {
            int before = parents.length;
            parents = Arrays.copyOf(parents, Math.max(child + 1, Math.addExact(before, before >> 1)));
            Arrays.fill(parents, before, parents.length, -1);
        }
        parents[child] = parent;
    }

    /** The item that an item lies under, or -1. */
    int parent(int number) {
        return number < parents.length ? parents[number] : -1;
    }

    private static boolean has(int[] all, int one) {
        for (int each : all) {
            if (each == one) {
                return true;
            }
        }
        return false;
    }

    private static int[] with(int[] all, int one) {
        int[] longer = Arrays.copyOf(all, all.length + 1);
        longer[all.length] = one;
        return longer;
    }

    private static int[] without(int[] all, int one) {
        int[] left = new int[all.length - 1];
        int at = 0;
        for (int each : all) {
            if (each != one) {
                left[at++] = each;
            }
        }
        return left;
    }

    private int linkedItems() {
        int sum = 0;
        for (int[] each : links) {
            sum += each.length > 0 ? 1 : 0;
        }
        return sum;
    }

    private int parentsKept() {
        return Math.min(parents.length, count);
    }

    private void resize(int length) {
        places = Arrays.copyOf(places, length);
        times = Arrays.copyOf(times, length);
        recalled = Arrays.copyOf(recalled, length);
        strengths = Arrays.copyOf(strengths, length);
        importances = Arrays.copyOf(importances, length);
        sessions = Arrays.copyOf(sessions, length);
        recalls = Arrays.copyOf(recalls, length);
        bytes = Arrays.copyOf(bytes, length);
    }

    /** Bytes that {@link #write} takes. */
    long size() {
        return Integer.BYTES
                + (long) BYTES_PER_ITEM * count
                + Long.BYTES * (count / Long.SIZE + 1L)
                + Integer.BYTES * (2L + parentsKept() + 2L * linkedItems() + linkEnds);
    }

    /** Writes everything, one column after the other. */
    void write(ByteBuffer out) {
        out.putInt(count);
        for (long[] column : List.of(places, times, recalled)) {
            out.asLongBuffer().put(column, 0, count);
            skip(out, Long.BYTES);
        }
        out.asDoubleBuffer().put(strengths, 0, count);
        skip(out, Double.BYTES);
        out.asFloatBuffer().put(importances, 0, count);
        skip(out, Float.BYTES);
        for (int[] column : List.of(sessions, recalls, bytes)) {
            out.asIntBuffer().put(column, 0, count);
            skip(out, Integer.BYTES);
        }
        long[] words = Arrays.copyOf(live.toLongArray(), count / Long.SIZE + 1);
        out.asLongBuffer().put(words);
        out.position(out.position() + Long.BYTES * words.length);
        out.putInt(parentsKept());
        for (int i = 0; i < parentsKept(); i++) {
            out.putInt(parents[i]);
        }
        out.putInt(linkedItems());
        for (int i = 0; i < links.length; i++) {
            if (links[i].length > 0) {
                out.putInt(i).putInt(links[i].length);
                for (int other : links[i]) {
                    out.putInt(other);
                }
            }
        }
    }

    private void skip(ByteBuffer buffer, int width) {
        buffer.position(buffer.position() + width * count);
    }

    /** @throws BufferUnderflowException where it is cut off */
    static Columns read(ByteBuffer in) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / BYTES_PER_ITEM) {
            throw new BufferUnderflowException();
        }
        var columns = new Columns();
        columns.count = count;
        columns.resize(Math.max(FEWEST, count));
        for (long[] column : List.of(columns.places, columns.times, columns.recalled)) {
            in.asLongBuffer().get(column, 0, count);
            columns.skip(in, Long.BYTES);
        }
        in.asDoubleBuffer().get(columns.strengths, 0, count);
        columns.skip(in, Double.BYTES);
        in.asFloatBuffer().get(columns.importances, 0, count);
        columns.skip(in, Float.BYTES);
        for (int[] column : List.of(columns.sessions, columns.recalls, columns.bytes)) {
            in.asIntBuffer().get(column, 0, count);
            columns.skip(in, Integer.BYTES);
        }
        long[] words = new long[count / Long.SIZE + 1];
        in.asLongBuffer().get(words);
        in.position(in.position() + Long.BYTES * words.length);
        columns.live.or(BitSet.valueOf(words));
        columns.readJoins(in);
        for (int i = columns.live.nextSetBit(0); i >= 0; i = columns.live.nextSetBit(i + 1)) {
            columns.liveBytes += columns.bytes[i];
        }
        return columns;
    }

    private void readJoins(ByteBuffer in) {
        parents = new int[length(in, count)];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = in.getInt();
        }
        int linked = length(in, count);
        links = new int[linked == 0 ? 0 : count][];
        Arrays.fill(links, NO_INTS);
        for (; linked > 0; linked--) {
            int number = in.getInt();
            int[] others = new int[length(in, count)];
            for (int i = 0; i < others.length; i++) {
                others[i] = in.getInt();
            }
            links[number] = others;
            linkEnds += others.length;
        }
    }

    private static int length(ByteBuffer in, int most) {
        int length = in.getInt();
        if (length < 0 || length > most) {
            throw new BufferUnderflowException();
        }
        return length;
    }
}
