/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source.jsonl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.workload.Plans.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.engine.kv.prefix.EvictionOrder;
import org.memwright.engine.kv.prefix.PrefixIndex;
import org.memwright.engine.kv.workload.BlockChains;
import org.memwright.engine.kv.workload.RecordedData;
import org.memwright.engine.kv.workload.RequestSource;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.engine.kv.workload.RowRules;
import org.memwright.engine.kv.workload.source.TraceFile;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.SourcePosition;

class JsonlSourceTest {
    @TempDir
    Path folder;

    private static RequestSource source(Path file) {
        return new JsonlSource.Factory()
                .create(call(
                        "jsonl",
                        "file",
                        file,
                        "arrival",
                        "arrival_time_ns",
                        "prompt",
                        "input_toks",
                        "output",
                        "output_toks",
                        "prompt_ids",
                        "input_tok_ids",
                        "output_ids",
                        "output_tok_ids",
                        "unit",
                        "ns"));
    }

    private Requests read(String text, RowRules rules) throws IOException, RunFailure {
        return source(Files.writeString(folder.resolve("t.jsonl"), text)).read(rules);
    }

    @Test
    void read_takesTokensOfPromptsAndAnswers() throws Exception {
        Requests requests = read("""
            {"input_toks": 3, "output_toks": 2, "arrival_time_ns": 50, "input_tok_ids": [1,2,3], "output_tok_ids": [4,5]}
            {"input_toks": 4, "output_toks": 1, "arrival_time_ns": 70, "input_tok_ids": [1,2,3,4]}
            {"input_toks": 9, "output_toks": 1, "arrival_time_ns": 90, "model": "x"}
            """, RowRules.ALL);

        assertArrayEquals(new long[] {0, 20, 40}, requests.arrivalNanos());
        assertEquals(50, requests.originNanos());
        assertTrue(requests.hasContent());
        BlockChains chains = requests.blocks(2);
        // [1 2] [3 4] of the first, with its answer; the same of the second's prompt; nothing of the third.
        assertArrayEquals(new int[] {0, 1, 0, 1}, chains.ids());
        assertEquals(1, chains.promptTo(0));
        assertEquals(4, chains.promptTo(1));
        assertEquals(4, chains.to(2));
    }

    @Test
    void read_withoutTokensKnowsNothingOfContent() throws Exception {
        Requests requests = read("{\"input_toks\": 3, \"output_toks\": 2, \"arrival_time_ns\": 50}", RowRules.ALL);

        assertFalse(requests.hasContent());
    }

    private Requests readWithContents(String text, String contents) throws Exception {
        Path timed = folder.resolve("timed.jsonl");
        Path known = folder.resolve("known.jsonl");
        Files.writeString(timed, text);
        Files.writeString(known, contents);
        var fields = new JsonlSource.Fields(
                "queued_ts", "input_toks", "output_toks", "input_tok_ids", "output_tok_ids", "s");
        return new JsonlSource(
                        new TraceFile(timed.toString(), SourcePosition.NONE),
                        new TraceFile(known.toString(), SourcePosition.NONE),
                        fields)
                .read(RowRules.ALL);
    }

    @Test
    void read_takesTokensFromContents_inTheOrderOfRows() throws Exception {
        Requests requests = readWithContents("""
            {"input_toks": 4, "output_toks": 1, "queued_ts": 7.5}
            {"input_toks": 2, "output_toks": 1, "queued_ts": 7.25}
            """, """
            {"input_toks": 4, "output_toks": 1, "arrival_time_ns": 1, "input_tok_ids": [1,2,3,4]}
            {"input_toks": 2, "output_toks": 1, "arrival_time_ns": 2, "input_tok_ids": [1,2]}
            """);

        assertArrayEquals(new long[] {0, 250_000_000}, requests.arrivalNanos());
        assertArrayEquals(new int[] {0, 0, 1}, requests.blocks(2).ids());
    }

    @Test
    void read_refusesContentsOfOtherRequests() {
        String two = "{\"input_toks\": 4, \"output_toks\": 1, \"queued_ts\": 7.5}\n"
                + "{\"input_toks\": 2, \"output_toks\": 1, \"queued_ts\": 7.5}\n";

        String other = assertThrows(
                        RunFailure.class,
                        () -> readWithContents(two, "{\"input_toks\": 3, \"output_toks\": 1}\n".repeat(2)))
                .getMessage();
        assertTrue(
                other.contains("has 4 tokens of prompt and 1 generated, but its row in the contents 3 and 1"), other);
        String few = assertThrows(
                        RunFailure.class, () -> readWithContents(two, "{\"input_toks\": 4, \"output_toks\": 1}\n"))
                .getMessage();
        assertTrue(few.contains("timed.jsonl:2:1: has no row in the contents"), few);
    }

    @Test
    void read_saysWhereARowIsBad() {
        String mend = " Mend the row, or write 'skip bad' in the workload to leave out such rows and count them.";
        assertEquals(
                "t.jsonl:1:53: 'input_tok_ids' has 2 token ids, must have 3 as 'input_toks' says, or none." + mend,
                failure("{\"input_toks\":3,\"output_toks\":2,\"arrival_time_ns\":5,\"input_tok_ids\":[1,2]}"));
        assertEquals(
                "t.jsonl:1:53: value 2 of 'input_tok_ids' is 4294967296, must be a token id below 2^31." + mend,
                failure("{\"input_toks\":2,\"output_toks\":2,\"arrival_time_ns\":5,\"input_tok_ids\":[1,4294967296]}"));
        assertEquals(
                "t.jsonl:1:53: value 1 of 'input_tok_ids' is a text, must be a whole number." + mend,
                failure("{\"input_toks\":1,\"output_toks\":2,\"arrival_time_ns\":5,\"input_tok_ids\":[\"a\"]}"));
        assertEquals(
                "t.jsonl:1:53: 'input_tok_ids' is a text, must be a list of whole numbers." + mend,
                failure("{\"input_toks\":1,\"output_toks\":2,\"arrival_time_ns\":5,\"input_tok_ids\":\"a\"}"));
        assertEquals(
                "t.jsonl:1:1: the object has no 'arrival_time_ns'; There are input_toks, output_toks." + mend,
                failure("{\"input_toks\":1,\"output_toks\":2}"));
    }

    private String failure(String text) {
        String message =
                assertThrows(RunFailure.class, () -> read(text, RowRules.ALL)).getMessage();
        return message.replace(folder.resolve("t.jsonl").toString(), "t.jsonl");
    }

    @Test
    void read_givesTheHitRatioThatWasMeasured() throws RunFailure {
        // prefix-cache/measured.tsv ends with 25.7 % of prompt tokens, blocks of 16 tokens, nothing evicted for want of
        // room.
        Requests requests = source(RecordedData.file("vllm-runs/prefix-cache/workload.jsonl"))
                .read(RowRules.ALL);
        var index = new PrefixIndex(Integer.MAX_VALUE, 16, EvictionOrder.LEAF_FIRST);

        index.replay(requests);

        assertEquals(300, requests.count());
        assertEquals(0.257, index.tokenHitRatio(), 0.0005);
    }
}
