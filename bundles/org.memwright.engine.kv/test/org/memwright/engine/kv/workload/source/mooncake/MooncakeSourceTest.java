/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source.mooncake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.workload.Plans.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.engine.kv.workload.BlockChains;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.engine.kv.workload.RowRules;
import org.memwright.runtime.RunFailure;

class MooncakeSourceTest {
    @TempDir
    Path folder;

    private Requests read(String text, RowRules rules) throws IOException, RunFailure {
        Path file = Files.writeString(folder.resolve("t.jsonl"), text);
        return new MooncakeSource.Factory()
                .create(call("mooncake", "file", file))
                .read(rules);
    }

    private String failure(String text, RowRules rules) {
        String message = assertThrows(RunFailure.class, () -> read(text, rules)).getMessage();
        return message.replace(folder.resolve("t.jsonl").toString(), "t.jsonl");
    }

    @Test
    void read_takesLengthsArrivalsAndBlocks() throws Exception {
        // 1100 tokens are two blocks of 512 and one of 76; the second request begins with the same block.
        Requests requests = read("""
                {"timestamp": 100, "input_length": 1100, "output_length": 6, "hash_ids": [7, 8, 9]}
                {"timestamp": 350, "input_length": 600, "output_length": 4, "hash_ids": [7, 12]}
                """, RowRules.ALL);

        assertArrayEquals(new long[] {0, 250_000_000}, requests.arrivalNanos());
        assertEquals(100_000_000, requests.originNanos());
        assertArrayEquals(new int[] {1100, 600}, requests.promptTokens());
        assertArrayEquals(new int[] {6, 4}, requests.outputTokens());
        assertTrue(requests.hasContent());
        assertEquals(512, requests.recordedBlockTokens());
        BlockChains chains = requests.blocks(512);
        assertArrayEquals(new int[] {0, 1, 2, 0, 3}, chains.ids());
        assertEquals(2, chains.fullTo(0));
        assertEquals(3, chains.promptTo(0));
        assertEquals(4, chains.fullTo(1));
        assertEquals(5, chains.promptTo(1));
        // Pages of 16 tokens: 32 of the common block.
        BlockChains pages = requests.blocks(16);
        int[] first = Arrays.copyOfRange(pages.ids(), pages.from(0), pages.fullTo(0));
        int[] second = Arrays.copyOfRange(pages.ids(), pages.from(1), pages.fullTo(1));
        assertEquals(68, first.length);
        assertEquals(37, second.length);
        assertEquals(32, Arrays.mismatch(first, second));
    }

    @Test
    void read_keepsBlocksWithTheirRequestsWhenItSorts() throws Exception {
        Requests requests = read("""
                {"timestamp": 9, "input_length": 512, "output_length": 1, "hash_ids": [40]}
                {"timestamp": 5, "input_length": 1024, "output_length": 1, "hash_ids": [41, 42]}
                """, RowRules.ALL);

        BlockChains chains = requests.blocks(512);
        assertEquals(2, chains.promptTo(0) - chains.from(0));
        assertArrayEquals(new int[] {1, 2, 0}, chains.ids());
    }

    @Test
    void read_saysWhereARowIsBad() {
        String good = "{\"timestamp\": 1, \"input_length\": 5, \"output_length\": 1, \"hash_ids\": [1]}\n";
        String mend = " Mend the row, or write 'skip bad' in the workload to leave out such rows and count them.";
        assertEquals(
                "t.jsonl:2:54: 'hash_ids' has 1 ids, must have 3 for an input_length of 1100 tokens: one for every 512 tokens"
                        + " and one for the rest." + mend,
                failure(
                        good + "{\"timestamp\":1,\"input_length\":1100,\"output_length\":1,\"hash_ids\":[1]}",
                        RowRules.ALL));
        assertEquals(
                "t.jsonl:1:16: 'input_length' is '0', must be a whole number of tokens from 1 to 1000000000." + mend,
                failure("{\"timestamp\":1,\"input_length\":0,\"output_length\":1,\"hash_ids\":[]}", RowRules.ALL));
        assertEquals(
                "t.jsonl:1:2: 'timestamp' is '-4', must be a number of ms, not below 0." + mend,
                failure("{\"timestamp\":-4,\"input_length\":5,\"output_length\":1,\"hash_ids\":[1]}", RowRules.ALL));
        assertEquals(
                "t.jsonl:1:51: value 1 of 'hash_ids' is '1.5', must be a whole number." + mend,
                failure("{\"timestamp\":1,\"input_length\":5,\"output_length\":1,\"hash_ids\":[1.5]}", RowRules.ALL));
        assertEquals(
                "t.jsonl:1:1: the object has no 'input_length'; did you mean 'input_lenght'? There are timestamp,"
                        + " input_lenght, output_length, hash_ids." + mend,
                failure("{\"timestamp\":1,\"input_lenght\":5,\"output_length\":1,\"hash_ids\":[1]}", RowRules.ALL));
        assertEquals("t.jsonl: has no rows; a workload needs at least one request.", failure("\n \n", RowRules.ALL));
    }

    @Test
    void read_countsBadRowsWhereTheyAreSkipped() throws Exception {
        String good = "{\"timestamp\": 1, \"input_length\": 5, \"output_length\": 1, \"hash_ids\": [1]}\n";
        String cut = "{\"timestamp\": 1, \"input_len";

        Requests requests = read(good + "[]\n" + good + cut, new RowRules(9, true, true));

        assertEquals(2, requests.count());
        assertEquals(2, requests.skippedRows());
        BlockChains chains = requests.blocks(512);
        assertArrayEquals(new int[] {0, 0}, chains.ids());
    }
}
