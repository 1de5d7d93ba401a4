/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.workload.Plans.AT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.engine.kv.workload.RequestSource;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.engine.kv.workload.RowRules;
import org.memwright.engine.kv.workload.source.csv.CsvSource;
import org.memwright.engine.kv.workload.source.jsonl.JsonlSource;
import org.memwright.engine.kv.workload.source.mooncake.MooncakeSource;
import org.memwright.runtime.RunFailure;

/** Files damaged at random are read or refused by a {@link RunFailure} that names them; nothing else is ever thrown. */
class HostileFilesTest {
    private static final String CSV =
            "TIMESTAMP,ContextTokens,\"Generated\"\n2023-11-16 18:15:46.6805900,374,44\n2023-11-16 18:15:50,396,\"109\"\n";
    private static final String MOONCAKE = """
            {"timestamp": 0, "input_length": 1100, "output_length": 6, "hash_ids": [0, 1, 2]}
            {"timestamp": 7, "input_length": 513, "output_length": 4, "hash_ids": [0, 9]}
            """;
    private static final String JSONL = """
            {"input_toks": 3, "output_toks": 2, "arrival_time_ns": 50, "input_tok_ids": [1,2,3], "output_tok_ids": [4,5]}
            {"input_toks": 2, "output_toks": 1, "arrival_time_ns": 70, "input_tok_ids": [1,2]}
            """;
    private static final byte[] SEASONING = "\"\n\r,{}[]:.-+eE09TZ \0\u00e9\\".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private static RequestSource source(String format, Path path) {
        var file = new TraceFile(path.toString(), AT);
        return switch (format) {
            case "csv" ->
                new CsvSource(file, new CsvSource.Columns(Optional.of("TIMESTAMP"), "ContextTokens", "Generated", "s"));
            case "mooncake" -> new MooncakeSource(file);
            default ->
                new JsonlSource(
                        file,
                        new JsonlSource.Fields(
                                "arrival_time_ns",
                                "input_toks",
                                "output_toks",
                                "input_tok_ids",
                                "output_tok_ids",
                                "ns"));
        };
    }

    private static byte[] damaged(byte[] good, SplittableRandom random) {
        byte[] bytes = good.clone();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = SEASONING[random.nextInt(SEASONING.length)];
                case 3 -> System.arraycopy(bytes, at, bytes, 0, bytes.length - at);
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(20), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes, from, bytes, at, length);
                }
            }
        }
        return bytes;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "mooncake", "jsonl"})
    void read_givesRequestsOrARunFailure(String format) throws IOException {
        String text = format.equals("csv") ? CSV : format.equals("mooncake") ? MOONCAKE : JSONL;
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] packed = gzip(plain);
        Path path = folder.resolve("t");
        int read = 0;
        int refused = 0;
        for (int seed = 0; seed < 3000; seed++) {
            var random = new SplittableRandom(seed);
            Files.write(path, damaged(seed % 8 == 0 ? packed : plain, random));
            var rules = new RowRules(1 + random.nextInt(3), seed % 2 == 0, random.nextInt(4) > 0);
            try {
                Requests requests = source(format, path).read(rules);
                assertTrue(requests.count() >= 1 && requests.count() <= rules.limit());
                assertTrue(rules.skipBad() || requests.skippedRows() == 0);
                assertEquals(0, requests.arrivalNanos(0));
                assertEquals(
                        requests.count(),
                        requests.blocks(1 + random.nextInt(600)).requests());
                read++;
            } catch (RunFailure e) {
                assertTrue(e.getMessage().contains(path.toString()), "seed " + seed + ": " + e.getMessage());
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertTrue(read > 100 && refused > 100, read + " read, " + refused + " refused");
    }
}
