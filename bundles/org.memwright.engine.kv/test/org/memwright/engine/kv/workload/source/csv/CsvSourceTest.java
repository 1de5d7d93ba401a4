/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.workload.Plans.call;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.engine.kv.workload.RecordedData;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.engine.kv.workload.RowRules;
import org.memwright.runtime.RunFailure;

class CsvSourceTest {
    private static final String HEADER = "TIMESTAMP,ContextTokens,GeneratedTokens\n";
    private static final RowRules SKIP = new RowRules(Integer.MAX_VALUE, true, true);

    @TempDir
    Path folder;

    private static Requests read(Path file, RowRules rules) throws RunFailure {
        return new CsvSource.Factory()
                .create(call(
                        "csv",
                        "file",
                        file,
                        "arrival",
                        "TIMESTAMP",
                        "prompt",
                        "ContextTokens",
                        "output",
                        "GeneratedTokens",
                        "unit",
                        "s"))
                .read(rules);
    }

    private Requests read(String text, RowRules rules) throws IOException, RunFailure {
        return read(Files.writeString(folder.resolve("t.csv"), text), rules);
    }

    private String failure(String text, RowRules rules) {
        String message = assertThrows(RunFailure.class, () -> read(text, rules)).getMessage();
        return message.replace(folder.resolve("t.csv").toString(), "t.csv");
    }

    @Test
    void read_takesTimeStampsFromTheEarliestOn() throws Exception {
        Requests requests = read(
                HEADER + "2023-11-16 18:15:46.6805900,374,44\n2023-11-16 18:15:50.9951690,396,109\n", RowRules.ALL);

        // 50.9951690 - 46.6805900 = 4.314579 s.
        assertArrayEquals(new long[] {0, 4_314_579_000L}, requests.arrivalNanos());
        assertArrayEquals(new int[] {374, 396}, requests.promptTokens());
        assertArrayEquals(new int[] {44, 109}, requests.outputTokens());
        assertEquals(1_700_158_546_680_590_000L, requests.originNanos());
        assertEquals("2 requests of t.csv", requests.description());
        assertFalse(requests.hasContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void read_takesAnyLineEndQuotesAndOrderOfColumns(String end) throws Exception {
        String text = String.join(
                end, "GeneratedTokens, note ,TIMESTAMP,\"ContextTokens\"", "5,\"a, \"\"b\"\"\",1.5,7", "", "6,x,2, 8 ");

        Requests requests = read(text, RowRules.ALL);

        assertArrayEquals(new long[] {0, 500_000_000}, requests.arrivalNanos());
        assertArrayEquals(new int[] {7, 8}, requests.promptTokens());
        assertArrayEquals(new int[] {5, 6}, requests.outputTokens());
    }

    @Test
    void read_takesAMarkAndGzip() throws Exception {
        Path file = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("\ufeff" + HEADER + "1,2,3\n").getBytes(StandardCharsets.UTF_8));
        }

        assertEquals(2, read(file, RowRules.ALL).promptTokens(0));
    }

    @Test
    void read_keepsRowsThatArriveTogetherInOrder() throws Exception {
        Requests requests = read(HEADER + "5,1,1\n3,2,1\n5,3,1\n3,4,1\n", RowRules.ALL);

        assertArrayEquals(new int[] {2, 4, 1, 3}, requests.promptTokens());
        assertEquals(1, requests.notes().size());
    }

    @Test
    void read_stopsAtTheLimit() throws Exception {
        Requests requests = read(HEADER + "1,2,3\n2,3,4\nthis is no row\n", new RowRules(2, false, true));

        assertEquals(2, requests.count());
    }

    @Test
    void read_namesTheColumnsThereAre() {
        assertEquals(
                "t.csv:1:1: has no column 'TIMESTAMP', which arrival names at /designs/w.memw:3:5; did you mean"
                        + " 'Timestamp'? There are Timestamp, ContextTokens, GeneratedTokens.",
                failure("Timestamp,ContextTokens,GeneratedTokens\n1,2,3\n", RowRules.ALL));
        assertEquals(
                "t.csv:2:15: the column 'TIMESTAMP', which arrival names at /designs/w.memw:3:5, is there twice, must be"
                        + " there once; rename one of the two in the header.",
                failure("\n\"TIMESTAMP\",a,TIMESTAMP,ContextTokens,GeneratedTokens\n1,2,3,4,5\n", SKIP));
    }

    @Test
    void read_saysWhereARowIsBad() {
        String mend = " Mend the row, or write 'skip bad' in the workload to leave out such rows and count them.";
        String tokens = ", must be a whole number of tokens from 1 to 1000000000." + mend;
        assertEquals(
                "t.csv:3:3: prompt 'ContextTokens' is '-3'" + tokens,
                failure(HEADER + "1,2,3\n1,-3,3\n", RowRules.ALL));
        assertEquals("t.csv:2:5: output 'GeneratedTokens' is empty" + tokens, failure(HEADER + "1,2,\n", RowRules.ALL));
        assertEquals(
                "t.csv:2:7: output 'GeneratedTokens' is 'NaN'" + tokens,
                failure(HEADER + "1,\"2\",NaN\n", RowRules.ALL));
        assertEquals(
                "t.csv:2:1: arrival 'TIMESTAMP' is '-1', must be a number of s, not below 0." + mend,
                failure(HEADER + "-1,2,3\n", RowRules.ALL));
        assertEquals(
                "t.csv:4:1: the row has 2 cells, must have 3 as the header has; is the file cut off here?" + mend,
                failure(HEADER + "1,2,3\n\n2,3", RowRules.ALL));
        assertEquals(
                "t.csv:2:1: the row has 4 cells, must have 3 as the header has." + mend,
                failure(HEADER + "1,2,3,4\n", RowRules.ALL));
    }

    @Test
    void read_countsBadRowsWhereTheyAreSkipped() throws Exception {
        Requests requests = read(HEADER + "x,2,3\n1,0,3\n2,5\n3,4,5\n4,5,6.5\n", SKIP);

        assertEquals(1, requests.count());
        assertEquals(4, requests.skippedRows());
        assertEquals(
                List.of(
                        "4 bad rows of t.csv were skipped; the first: t.csv:2:1: arrival 'TIMESTAMP' is 'x', must be a number"
                                + " of s, not below 0."),
                requests.notes());
    }

    @Test
    void read_refusesAFileWithoutRequests() {
        assertEquals(
                "t.csv: has a header but no rows; a workload needs at least one request.",
                failure(HEADER, RowRules.ALL));
        assertEquals(
                "t.csv: has neither header nor rows; a workload needs at least one request.",
                failure("\n\n", RowRules.ALL));
        assertEquals(
                "t.csv: has no row that can be read: all 1 are bad and were skipped. The first: t.csv:2:1: the row has 1"
                        + " cell, must have 3 as the header has; is the file cut off here?",
                failure(HEADER + "1", SKIP));
    }

    @Test
    void read_refusesQuotesThatDoNotEnd() {
        String message = failure(HEADER + "1,2,3\n1,\"2,3\n4,5,6\n", SKIP);

        assertTrue(message.startsWith("t.csv:3:1: the row is not CSV: "), message);
        assertTrue(message.endsWith("rows after this one cannot be told, so 'skip bad' does not help."), message);
    }

    @Test
    void read_refusesWhatIsNoTable() throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), new byte[] {'a', ',', (byte) 0xfc, '\n'});

        var failure = assertThrows(RunFailure.class, () -> read(file, SKIP));

        assertTrue(failure.getMessage().startsWith(file + ":1:3: is not UTF-8 text"), failure.getMessage());
    }

    @Test
    void read_agreesWithWhatIsKnownOfTheAzureTrace() throws RunFailure {
        // SOURCE.txt: 19,366 rows; context mean 1155, max 14050; generated mean 211, max 1000; about one hour.
        Path file = RecordedData.file("azure-llm-2023/AzureLLMInferenceTrace_conv.csv");

        Requests requests = read(file, RowRules.ALL);

        assertEquals(19_366, requests.count());
        assertEquals(1155, Math.round((double) requests.totalPromptTokens() / requests.count()));
        assertEquals(211, Math.round((double) requests.totalOutputTokens() / requests.count()));
        assertEquals(14_050, Arrays.stream(requests.promptTokens()).max().orElseThrow());
        assertEquals(1000, Arrays.stream(requests.outputTokens()).max().orElseThrow());
        assertEquals(3600, requests.arrivalNanos(19_365) / 1e9, 120);
        assertEquals(List.of(), requests.notes());
    }
}
