/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.prefix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.workload.Plans.call;
import static org.memwright.engine.kv.workload.Plans.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.workload.RecordedData;
import org.memwright.engine.kv.workload.RequestWorkload;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.runtime.RunFailure;

/** Replays a recorded trace against hit ratios that were computed independently. */
class MooncakeReplayTest {
    /** The reference is printed with six digits. */
    private static final double PRINTED = 0.5e-6;

    private static Requests requests() throws RunFailure {
        Path trace = RecordedData.file("mooncake/synthetic_trace.jsonl");
        return RequestWorkload.of(workload("requests", call("mooncake", "file", trace)), 1);
    }

    @Test
    void replay_equalsTheReferenceAtEveryCapacity() throws IOException, RunFailure {
        List<String> rows = Files.readAllLines(RecordedData.file("mooncake/REFERENCE_LRU.tsv"));
        Requests requests = requests();
        int compared = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            if (!cells[0].equals("synthetic_trace.jsonl")) {
                continue;
            }
            int capacity = Integer.parseInt(cells[1]);
            var index = new PrefixIndex(
                    capacity == 0 ? Integer.MAX_VALUE : capacity,
                    requests.recordedBlockTokens(),
                    EvictionOrder.ROOT_FIRST);

            index.replay(requests);

            assertEquals(Long.parseLong(cells[2]), index.lookups(), row);
            assertEquals(Long.parseLong(cells[3]), index.askedBlocks(), row);
            assertEquals(Double.parseDouble(cells[4]), index.blockHitRatio(), PRINTED, row);
            assertEquals(Double.parseDouble(cells[5]), index.tokenHitRatio(), PRINTED, row);
            assertEquals(Integer.parseInt(cells[6]), index.residentBlocks(), row);
            compared++;
        }
        assertTrue(compared >= 6, "rows compared: " + compared);
    }

    @Test
    void replay_leafFirstIsNoWorseOnThisTrace() throws RunFailure {
        Requests requests = requests();
        for (int capacity : new int[] {1000, 10_000, 30_000}) {
            var rootFirst = new PrefixIndex(capacity, 512, EvictionOrder.ROOT_FIRST);
            var leafFirst = new PrefixIndex(capacity, 512, EvictionOrder.LEAF_FIRST);
            rootFirst.replay(requests);
            leafFirst.replay(requests);
            assertTrue(leafFirst.hitBlocks() >= rootFirst.hitBlocks(), "capacity " + capacity);
        }
    }

    @Test
    void replay_ofPagesHitsWhatBlocksHit() throws RunFailure {
        // With room for all, pages of 16 tokens hit the same tokens as the recorded blocks of 512, but for the ends of
        // prompts:
        // a page that the prompt does not fill is a block of its own, as the recorded one is.
        Requests requests = requests();
        var blocks = new PrefixIndex(Integer.MAX_VALUE, 512, EvictionOrder.LEAF_FIRST);
        var pages = new PrefixIndex(Integer.MAX_VALUE, 16, EvictionOrder.LEAF_FIRST);

        blocks.replay(requests);
        pages.replay(requests);

        assertEquals(blocks.hitTokens(), pages.hitTokens());
    }
}
