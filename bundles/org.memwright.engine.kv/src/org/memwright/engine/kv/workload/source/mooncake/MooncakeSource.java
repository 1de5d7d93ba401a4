/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source.mooncake;

import aQute.bnd.annotation.spi.ServiceProvider;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.memwright.engine.kv.workload.PromptContent;
import org.memwright.engine.kv.workload.RecordedBlocks;
import org.memwright.engine.kv.workload.RequestSource;
import org.memwright.engine.kv.workload.RequestTable;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.engine.kv.workload.RowRules;
import org.memwright.engine.kv.workload.source.Arrivals;
import org.memwright.engine.kv.workload.source.BadRow;
import org.memwright.engine.kv.workload.source.BadRows;
import org.memwright.engine.kv.workload.source.Cells;
import org.memwright.engine.kv.workload.source.JsonLines;
import org.memwright.engine.kv.workload.source.TraceFile;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Reads traces of Mooncake, which show of each prompt one id for every 512 tokens; the last id stands for what is left.
 *
 * <p>Source: R. Qin et al., <cite>Mooncake: Trading More Storage for Less Computation</cite>, FAST 2025.
 * <br>Units: timestamp in milliseconds, lengths in tokens.
 * <br>Differs: a row may leave out the id of its last, partial block; its end is then nobody else's.
 */
public final class MooncakeSource implements RequestSource {
    /** Tokens that an id stands for. */
    static final int BLOCK_TOKENS = 512;

    private static final String TIMESTAMP = "timestamp";
    private static final String INPUT = "input_length";
    private static final String OUTPUT = "output_length";
    private static final String HASHES = "hash_ids";

    private final TraceFile file;

    public MooncakeSource(TraceFile file) {
        this.file = file;
    }

    @Override
    public Requests read(RowRules rules) throws RunFailure {
        var table = new RequestTable();
        var content = new RecordedBlocks.Builder(BLOCK_TOKENS);
        var bad = new BadRows(file, rules.skipBad());
        try (var lines = new JsonLines(file)) {
            var row = new Row(lines);
            List<String> needed =
                    rules.arrivals() ? List.of(TIMESTAMP, INPUT, OUTPUT, HASHES) : List.of(INPUT, OUTPUT, HASHES);
            while (table.count() < rules.limit() && lines.next()) {
                try {
                    lines.read(row, needed);
                    row.check();
                    content.addRow(row.hashes, row.hashCount);
                    table.add(rules.arrivals() ? row.arrivalNanos : 0, row.input, row.output);
                } catch (BadRow e) {
                    bad.report(lines.line(), e);
                }
            }
        } catch (IOException e) {
            throw file.failed(e);
        }
        if (table.count() == 0) {
            throw bad.nothingLeft("no rows");
        }
        PromptContent blocks = content.build();
        return table.requests(file.name(), blocks, bad.count(), bad.notes());
    }

    /** The values of the row that is being read. */
    private static final class Row implements JsonLines.Row {
        private final JsonLines lines;
        private final Arrivals arrivals = new Arrivals("ms");
        private long arrivalNanos;
        private int input;
        private int output;
        private long[] hashes = new long[256];
        private int hashCount;

        Row(JsonLines lines) {
            this.lines = lines;
        }

        @Override
        public boolean read(String name, JsonReader value) throws IOException, BadRow {
            switch (name) {
                case TIMESTAMP ->
                    arrivalNanos = arrivals.nanos(lines.number(name, value), quoted(name), lines.columnOf(name));
                case INPUT -> input = Cells.tokens(lines.number(name, value), quoted(name), lines.columnOf(name));
                case OUTPUT -> output = Cells.tokens(lines.number(name, value), quoted(name), lines.columnOf(name));
                case HASHES -> readHashes(value);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void readHashes(JsonReader value) throws IOException, BadRow {
            lines.beginList(HASHES, value);
            hashCount = 0;
            while (value.hasNext()) {
                if (hashCount == hashes.length) {
                    hashes = Arrays.copyOf(hashes, 2 * hashCount);
                }
                hashes[hashCount] = lines.integer(HASHES, hashCount, value);
                hashCount++;
            }
            value.endArray();
        }

        void check() throws BadRow {
            int full = input / BLOCK_TOKENS;
            int all = (input + BLOCK_TOKENS - 1) / BLOCK_TOKENS;
            if (hashCount < full || hashCount > all) {
                throw new BadRow(
                        lines.columnOf(HASHES),
                        "'" + HASHES + "' has " + hashCount + " ids, must have " + all + " for an " + INPUT + " of "
                                + input + " tokens: one for every " + BLOCK_TOKENS + " tokens and one for the rest.");
            }
        }

        private static String quoted(String name) {
            return "'" + name + "'";
        }
    }

    /** Makes it from {@code mooncake("traces/toolagent.jsonl")}. */
    @Mechanism(
            name = "mooncake",
            engines = "kv",
            kind = MechanismKind.SOURCE,
            doc = "Requests of a trace in the format of Mooncake, whose block hashes tell which prompts begin alike.",
            source = "Qin et al., Mooncake: Trading More Storage for Less Computation, FAST 2025",
            params =
                    @Param(
                            name = "file",
                            type = ParamType.FILE,
                            doc = "JSON lines with timestamp (ms), input_length, output_length and hash_ids, one for"
                                    + " every 512 tokens; plain or gzip."))
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<RequestSource> {
        @Override
        public RequestSource create(MechanismCall call) {
            return new MooncakeSource(new TraceFile(call.word("file"), call.position()));
        }
    }
}
