/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.loop;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * Numbers ordered by a key, such as requests by the time at which something happens to them.
 *
 * <p>State: a binary heap in two arrays. Cost: O(log n) to add and remove, no allocation but to grow.
 */
public final class EventQueue {
    private long[] keys = new long[16];
    private int[] ids = new int[16];
    private int size;

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public void add(long key, int id) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            ids = Arrays.copyOf(ids, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!isBefore(key, id, parent)) {
                break;
            }
            keys[at] = keys[parent];
            ids[at] = ids[parent];
            at = parent;
        }
        keys[at] = key;
        ids[at] = id;
    }

    private boolean isBefore(long key, int id, int other) {
        return key < keys[other] || (key == keys[other] && id < ids[other]);
    }

    /** The number with the least key; of several, the least number. */
    public int first() {
        requireNotEmpty();
        return ids[0];
    }

    /** The least key. */
    public long firstKey() {
        requireNotEmpty();
        return keys[0];
    }

    /** Removes the {@link #first} number. */
    public int remove() {
        requireNotEmpty();
        int removed = ids[0];
        size--;
        if (size > 0) {
            sink(keys[size], ids[size]);
        }
        return removed;
    }

    private void sink(long key, int id) {
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && isBefore(keys[child + 1], ids[child + 1], child)) {
                child++;
            }
            if (isBefore(key, id, child)) {
                break;
            }
            keys[at] = keys[child];
            ids[at] = ids[child];
            at = child;
            child = 2 * at + 1;
        }
        keys[at] = key;
        ids[at] = id;
    }

    private void requireNotEmpty() {
        if (size == 0) {
            throw new NoSuchElementException("the queue is empty");
        }
    }
}
