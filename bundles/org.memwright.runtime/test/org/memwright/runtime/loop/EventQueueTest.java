/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueueTest {
    @Test
    void remove_givesEqualKeysInTheOrderOfTheirNumbers() {
        var queue = new EventQueue();
        queue.add(5, 9);
        queue.add(3, 4);
        queue.add(5, 2);
        queue.add(3, 1);

        assertEquals(3, queue.firstKey());
        assertEquals(1, queue.remove());
        assertEquals(4, queue.remove());
        assertEquals(2, queue.remove());
        assertEquals(9, queue.remove());
        assertTrue(queue.isEmpty());
    }

    @Test
    void first_refusesAnEmptyQueue() {
        assertThrows(NoSuchElementException.class, new EventQueue()::first);
    }

    private record Entry(long key, int id) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byKey = Long.compare(key, other.key);
            return byKey != 0 ? byKey : Integer.compare(id, other.id);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void remove_agreesWithThePriorityQueue(long seed) {
        var random = new SplittableRandom(Long.getLong("memwright.seed", seed));
        var queue = new EventQueue();
        var textbook = new PriorityQueue<Entry>();
        for (int step = 0; step < 20_000; step++) {
            if (textbook.isEmpty() || random.nextInt(5) < 3) {
                long key = random.nextLong(100);
                queue.add(key, step);
                textbook.add(new Entry(key, step));
            } else {
                assertEquals(textbook.remove().id(), queue.remove(), "step " + step);
            }
            assertEquals(textbook.size(), queue.size());
        }
    }
}
