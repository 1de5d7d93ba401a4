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

/** What a store knows of each item beside its text, in arrays by number. Cost: 49 bytes for each item. */
final class Columns {
    private static final int FEWEST = 64;
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
        return true;
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
        return Integer.BYTES + (long) BYTES_PER_ITEM * count + Long.BYTES * (count / Long.SIZE + 1L);
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
        for (int i = columns.live.nextSetBit(0); i >= 0; i = columns.live.nextSetBit(i + 1)) {
            columns.liveBytes += columns.bytes[i];
        }
        return columns;
    }
}
