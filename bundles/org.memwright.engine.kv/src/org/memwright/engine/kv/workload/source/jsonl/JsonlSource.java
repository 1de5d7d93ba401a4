/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source.jsonl;

import aQute.bnd.annotation.spi.ServiceProvider;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.kv.workload.PromptContent;
import org.memwright.engine.kv.workload.RequestSource;
import org.memwright.engine.kv.workload.RequestTable;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.engine.kv.workload.RowRules;
import org.memwright.engine.kv.workload.TokenSequences;
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
 * Reads JSON lines of lengths, arrivals and token ids. Names are those of the defaults unless the call says otherwise. Token ids
 * are optional for each row; a row without them has nothing in common with another.
 *
 * <p>Source: the workloads of J. Cho et al., <cite>LLMServingSim</cite>, IISWC 2024: input_toks, output_toks,
 * arrival_time_ns, input_tok_ids, output_tok_ids.
 * <br>Units: lengths in tokens, arrivals in the unit given.
 */
public final class JsonlSource implements RequestSource {
    private static final int[] NONE = new int[0];

    private final TraceFile file;
    private final @Nullable TraceFile contents;
    private final Fields fields;

    /**
     * The names of the values of a row.
     *
     * @param promptIds of the list of the prompt's token ids
     * @param outputIds of the list of the ids that were generated
     * @param unit of arrivals that are numbers: s, ms, us or ns
     */
    public record Fields(
            String arrival, String prompt, String output, String promptIds, String outputIds, String unit) {}

    /** Requests whose token ids, if any, stand in the same file. */
    public JsonlSource(TraceFile file, Fields fields) {
        this(file, null, fields);
    }

    /** @param contents the token ids of the same requests in the same order; null where they stand in the file itself */
    public JsonlSource(TraceFile file, @Nullable TraceFile contents, Fields fields) {
        this.file = file;
        this.contents = contents;
        this.fields = fields;
    }

    @Override
    public Requests read(RowRules rules) throws RunFailure {
        var table = new RequestTable();
        var content = new TokenSequences.Builder();
        var bad = new BadRows(file, rules.skipBad());
        boolean anyIds = false;
        try (var lines = new JsonLines(file);
                var idLines = contents == null ? null : new JsonLines(contents)) {
            var row = new Row(lines, rules.arrivals());
            Row ids = idLines == null ? row : new Row(idLines, false);
            List<String> needed = new ArrayList<>(List.of(fields.prompt(), fields.output()));
            if (rules.arrivals()) {
                needed.add(fields.arrival());
            }
            while (table.count() < rules.limit() && lines.next()) {
                try {
                    if (idLines != null && !idLines.next()) {
                        throw new BadRow(1, "has no row in the contents, which must have one for each.");
                    }
                    row.clear();
                    lines.read(row, needed);
                    row.check();
                    if (idLines != null) {
                        ids.clear();
                        idLines.read(ids, List.of(fields.prompt(), fields.output()));
                        ids.check();
                        row.requireLengths(ids);
                    }
                    content.addRow(ids.promptIds, ids.promptIdCount, ids.outputIds, ids.outputIdCount);
                    table.add(row.arrivalNanos, row.prompt, row.output);
                    anyIds |= ids.promptIdCount > 0;
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
        PromptContent known = anyIds ? content.build() : PromptContent.UNKNOWN;
        return table.requests(file.name(), known, bad.count(), bad.notes());
    }

    /** The values of the row that is being read. */
    private final class Row implements JsonLines.Row {
        private final JsonLines lines;
        private final boolean readsArrival;
        private final Arrivals arrivals = new Arrivals(fields.unit());
        private long arrivalNanos;
        private int prompt;
        private int output;
        private int[] promptIds = new int[1024];
        private int[] outputIds = NONE;
        private int promptIdCount;
        private int outputIdCount;

        Row(JsonLines lines, boolean readsArrival) {
            this.lines = lines;
            this.readsArrival = readsArrival;
        }

        void clear() {
            promptIdCount = 0;
            outputIdCount = 0;
        }

        @Override
        public boolean read(String name, JsonReader value) throws IOException, BadRow {
            if (name.equals(fields.prompt())) {
                prompt = Cells.tokens(lines.number(name, value), "'" + name + "'", lines.columnOf(name));
            } else if (name.equals(fields.output())) {
                output = Cells.tokens(lines.number(name, value), "'" + name + "'", lines.columnOf(name));
            } else if (name.equals(fields.arrival()) && readsArrival) {
                arrivalNanos = arrivals.nanos(lines.number(name, value), "'" + name + "'", lines.columnOf(name));
            } else if (name.equals(fields.promptIds())) {
                promptIdCount = readIds(name, value, true);
            } else if (name.equals(fields.outputIds())) {
                outputIdCount = readIds(name, value, false);
            } else {
                return false;
            }
            return true;
        }

        private int readIds(String name, JsonReader value, boolean ofPrompt) throws IOException, BadRow {
            lines.beginList(name, value);
            int[] ids = ofPrompt ? promptIds : outputIds;
            int count = 0;
            while (value.hasNext()) {
                if (count == ids.length) {
                    ids = Arrays.copyOf(ids, Math.max(1024, 2 * count));
                }
                long id = lines.integer(name, count, value);
                if (id < Integer.MIN_VALUE || id > Integer.MAX_VALUE) {
                    throw new BadRow(
                            lines.columnOf(name),
                            "value " + (count + 1) + " of '" + name + "' is " + id
                                    + ", must be a token id below 2^31.");
                }
                ids[count++] = (int) id;
            }
            value.endArray();
            if (ofPrompt) {
                promptIds = ids;
            } else {
                outputIds = ids;
            }
            return count;
        }

        void requireLengths(Row other) throws BadRow {
            if (other.prompt != prompt || other.output != output) {
                throw new BadRow(
                        1,
                        "has " + prompt + " tokens of prompt and " + output + " generated, but its row in the contents "
                                + other.prompt + " and " + other.output
                                + "; the rows must be those of the same requests.");
            }
        }

        /** Generated ids say nothing without those of the prompt before them. */
        void check() throws BadRow {
            check(fields.promptIds(), promptIdCount, fields.prompt(), prompt);
            check(fields.outputIds(), outputIdCount, fields.output(), output);
            if (promptIdCount == 0) {
                outputIdCount = 0;
            }
        }

        private void check(String idsName, int ids, String lengthName, int length) throws BadRow {
            if (ids != 0 && ids != length) {
                throw new BadRow(
                        lines.columnOf(idsName),
                        "'" + idsName + "' has " + ids + " token ids, must have " + length + " as '" + lengthName
                                + "' says, or none.");
            }
        }
    }

    /** Makes it from {@code jsonl("runs/sharegpt.jsonl")}. */
    @Mechanism(
            name = "jsonl",
            engines = "kv",
            kind = MechanismKind.SOURCE,
            doc = "Requests from JSON lines with lengths, arrivals and token ids, which tell which prompts begin"
                    + " alike.",
            source = "Cho et al., LLMServingSim, IISWC 2024 (its workload format)",
            params = {
                @Param(name = "file", type = ParamType.FILE, doc = "One JSON object to a line; plain or gzip."),
                @Param(
                        name = "arrival",
                        type = ParamType.NAME,
                        doc = "Name of the arrival: a number of the unit, or a time stamp.",
                        byDefault = "arrival_time_ns"),
                @Param(
                        name = "prompt",
                        type = ParamType.NAME,
                        doc = "Name of the number of tokens of the prompt.",
                        byDefault = "input_toks"),
                @Param(
                        name = "output",
                        type = ParamType.NAME,
                        doc = "Name of the number of tokens generated.",
                        byDefault = "output_toks"),
                @Param(
                        name = "prompt_ids",
                        type = ParamType.NAME,
                        doc = "Name of the list of the prompt's token ids.",
                        byDefault = "input_tok_ids"),
                @Param(
                        name = "output_ids",
                        type = ParamType.NAME,
                        doc = "Name of the list of the token ids generated.",
                        byDefault = "output_tok_ids"),
                @Param(
                        name = "unit",
                        type = ParamType.WORD,
                        doc = "Unit of arrivals that are numbers.",
                        byDefault = "ns",
                        choices = {"s", "ms", "us", "ns"}),
                @Param(
                        name = "contents",
                        type = ParamType.FILE,
                        byDefault = Param.NONE,
                        doc = "A file with the token ids of the same requests in the same order, where the file"
                                + " itself has none, such as one of measured times.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<RequestSource> {
        @Override
        public RequestSource create(MechanismCall call) {
            var fields = new Fields(
                    call.word("arrival"),
                    call.word("prompt"),
                    call.word("output"),
                    call.word("prompt_ids"),
                    call.word("output_ids"),
                    call.word("unit"));
            TraceFile contents = call.argument("contents").isPresent()
                    ? new TraceFile(call.word("contents"), call.position())
                    : null;
            return new JsonlSource(new TraceFile(call.word("file"), call.position()), contents, fields);
        }
    }
}
