/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout.reserved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.quantiser;
import static org.memwright.engine.kv.Runs.run;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.runtime.RunFailure;

class ReservedLayoutTest {
    @Test
    void kv_reservesTheContextOfTheModel() throws RunFailure {
        // Llama-2-7B reserves 4096 x 512 KiB = 2 GiB a request. 80 GiB less 12.55 GiB of weights and 0.19 GiB of
        // workspace leave room for 33 of them.
        Measured measured = Measured.of(run().requests(100, 100, 50).store("cache", "hbm", "kv"));

        assertEquals(33, measured.value("batch_size(max)"));
        // A request holds 100 to 149 of its 4096 tokens.
        assertEquals(1 - 125 / 4096.0, measured.value("fragmentation"), 0.005);
        assertEquals(524288, measured.value("kv_bytes_per_token"));
    }

    @Test
    void kv_reservesWhatARequestWillReach() throws RunFailure {
        Measured measured = Measured.of(run().requests(100, 100, 50).store("cache", "hbm", "kv", "reserve", "request"));

        assertEquals(100, measured.value("batch_size(max)"));
        assertTrue(measured.value("fragmentation") < 0.3, "fragmentation " + measured.value("fragmentation"));
    }

    @Test
    void kv_quantisedKeysAndValuesTakeTheirBits() throws RunFailure {
        // Per token, int8 in groups of 128 takes 8.25 of 16 bits.
        Measured measured = Measured.of(run().requests(10, 100, 50)
                .store("cache", "hbm", "kv", "keys", quantiser("int8"), "values", quantiser("int8")));

        assertEquals(524288 * 8.25 / 16, measured.value("kv_bytes_per_token"));
    }
}
