/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkQueueTest {
    /** 1 B/ns and 5 ns, so that bytes are nanoseconds. */
    private static Link link(boolean duplex) {
        return new Link(0, "bus", 0, List.of(0), List.of(1), duplex, 1e9, 5e-9, 0);
    }

    @Test
    void transfer_waitsForTheOneBefore() {
        // The first is sent from 0 to 100 and arrives at 105. The second is ready at 40, sent from 100 to 150, there at
        // 155,
        // and has waited 60. The third finds the link free at 200.
        var queue = new LinkQueue(link(true), 1);

        assertEquals(105, queue.transfer(0, 1, 0, 100));
        assertEquals(155, queue.transfer(0, 1, 40, 50));
        assertEquals(215, queue.transfer(0, 1, 200, 10));
        assertEquals(3, queue.transfers());
        assertEquals(160, queue.bytes());
        assertEquals(160, queue.busyNanos());
        assertEquals(60, queue.queuedNanos());
        assertEquals(160, queue.idealNanos());
        assertEquals(210, queue.freeNanos(0, 1));
    }

    @Test
    void transfer_theOtherWay_doesNotWait() {
        var queue = new LinkQueue(link(true), 1);

        assertEquals(105, queue.transfer(0, 1, 0, 100));
        assertEquals(75, queue.transfer(1, 0, 0, 70));
        assertEquals(0, queue.queuedNanos());
        assertEquals(170, queue.bytes());
        assertEquals(100, queue.idealNanos(), "the directions run at once");
    }

    @Test
    void transfer_atHalfTheEfficiency_takesTwiceAsLong() {
        var queue = new LinkQueue(link(true), 0.5);

        assertEquals(205, queue.transfer(0, 1, 0, 100));
        assertEquals(200, queue.busyNanos());
        assertEquals(100, queue.idealNanos());
    }

    @Test
    void transfer_againstAOneWayLink_isRefused() {
        var queue = new LinkQueue(link(false), 1);

        var error = assertThrows(IllegalArgumentException.class, () -> queue.transfer(1, 0, 0, 100));

        assertEquals("link bus does not lead from tier 1 to tier 0; it leads from [0] to [1]", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> queue.transfer(0, 7, 0, 100));
        assertThrows(IllegalArgumentException.class, () -> queue.transfer(0, 0, 0, 100));
    }

    @Test
    void transfer_overAFabric_waitsForSenderAndReceiverOnly() {
        // 300 B/ns and 5000 ns. 0 -> 1 and 2 -> 3 at once; 0 -> 2 waits for the sender, 4 -> 1 for the receiver; 1 -> 0
        // flows
        // against the first.
        var queue = new LinkQueue(Machines.fabric().links().getFirst(), 1);

        assertEquals(5100, queue.transfer(0, 1, 0, 30_000));
        assertEquals(5100, queue.transfer(2, 3, 0, 30_000));
        assertEquals(5200, queue.transfer(0, 2, 0, 30_000));
        assertEquals(5200, queue.transfer(4, 1, 0, 30_000));
        assertEquals(5100, queue.transfer(1, 0, 0, 30_000));
        assertEquals(200, queue.queuedNanos());
        assertEquals(200, queue.idealNanos(), 1e-9, "port 0 has sent 60,000 B");
    }

    @Test
    void link_withoutBandwidth_isRefused() {
        Link none = new Link(0, "bus", 0, List.of(0), List.of(1), true, 0, 0, 0);

        var error = assertThrows(IllegalArgumentException.class, () -> new LinkQueue(none, 1));

        assertEquals(
                "link bus: bandwidth is 0.0 B/s, must be positive; declare it, such as: bandwidth 31.5 GB/s",
                error.getMessage());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void queue_conservesBytesAndTime(long seed) {
        var random = new SplittableRandom(seed);
        var queue = new LinkQueue(link(true), 0.8);
        double[] sent = new double[2];
        double[] free = new double[2];
        double queued = 0;
        long ready = 0;
        long latest = 0;
        for (int i = 0; i < 5000; i++) {
            int direction = random.nextInt(2);
            double bytes = random.nextInt(1000);
            ready += random.nextInt(1500);
            // The textbook: each direction is a single server with the service time bytes / 0.8.
            double start = Math.max((double) ready, free[direction]);
            queued += start - ready;
            free[direction] = start + bytes / 0.8;
            sent[direction] += bytes;

            long finish = queue.transfer(direction, 1 - direction, ready, bytes);

            assertEquals(free[direction] + 5, (double) finish, 1 + 1e-6);
            assertTrue(finish >= ready + bytes, "never faster than the link");
            latest = Math.max(latest, finish);
        }
        assertEquals(sent[0] + sent[1], queue.bytes());
        assertEquals(queued, queue.queuedNanos(), 1);
        assertEquals((sent[0] + sent[1]) / 0.8, queue.busyNanos(), 1);
        assertEquals(Math.max(sent[0], sent[1]), queue.idealNanos(), 1);
        assertTrue(queue.idealNanos() <= latest);
    }
}
