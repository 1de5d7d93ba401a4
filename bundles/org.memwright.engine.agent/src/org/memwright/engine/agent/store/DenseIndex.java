/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

import java.util.Arrays;
import org.memwright.engine.agent.embed.Vectors;

/** Vectors in one array, searched one by one: exact. Cost: dimensions for each vector. */
final class DenseIndex {
    private static final int FEWEST = 64;

    private final int dimensions;
    private float[] all = new float[0];
    private int[] numbers = new int[0];
    private int count;

    DenseIndex(int dimensions) {
        this.dimensions = dimensions;
    }

    void add(int number, float[] vector) {
        if (count == numbers.length) {
            int larger = Math.max(FEWEST, Math.addExact(count, count >> 1));
            numbers = Arrays.copyOf(numbers, larger);
            all = Arrays.copyOf(all, Math.multiplyExact(larger, dimensions));
        }
        System.arraycopy(vector, 0, all, count * dimensions, dimensions);
        numbers[count++] = number;
    }

    /** Cost: moves the vectors after it. */
    void remove(int number) {
        int at = Arrays.binarySearch(numbers, 0, count, number);
        if (at >= 0) {
            System.arraycopy(numbers, at + 1, numbers, at, count - at - 1);
            System.arraycopy(all, (at + 1) * dimensions, all, at * dimensions, (count - at - 1) * dimensions);
            count--;
        }
    }

    /** Adds the vector of an item with the highest number so far, or puts another in the place of that of an item. */
    void put(int number, float[] vector) {
        int at = count == 0 || number > numbers[count - 1] ? -1 : Arrays.binarySearch(numbers, 0, count, number);
        if (at < 0) {
            add(number, vector);
        } else {
            System.arraycopy(vector, 0, all, at * dimensions, dimensions);
        }
    }

    int count() {
        return count;
    }

    /** The vector of an item, or null. */
    float @org.jspecify.annotations.Nullable [] vector(int number) {
        int at = Arrays.binarySearch(numbers, 0, count, number);
        return at < 0 ? null : Arrays.copyOfRange(all, at * dimensions, (at + 1) * dimensions);
    }

    Hits nearest(float[] query, int k) {
        var best = new Ranking(Math.min(k, count));
        for (int i = 0; i < count; i++) {
            best.offer(numbers[i], Vectors.dot(query, all, i * dimensions));
        }
        Hits hits = best.hits(0);
        return new Hits(hits.numbers(), hits.scores(), hits.count() == 0 ? 0 : hits.scores()[hits.count() - 1]);
    }
}
