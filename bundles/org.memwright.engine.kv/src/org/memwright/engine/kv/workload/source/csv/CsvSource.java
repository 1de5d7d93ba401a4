/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source.csv;

import aQute.bnd.annotation.spi.ServiceProvider;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.memwright.engine.kv.workload.PromptContent;
import org.memwright.engine.kv.workload.RequestSource;
import org.memwright.engine.kv.workload.RequestTable;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.engine.kv.workload.RowRules;
import org.memwright.engine.kv.workload.source.Arrivals;
import org.memwright.engine.kv.workload.source.BadRow;
import org.memwright.engine.kv.workload.source.BadRows;
import org.memwright.engine.kv.workload.source.Cells;
import org.memwright.engine.kv.workload.source.Names;
import org.memwright.engine.kv.workload.source.TraceFile;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Reads a table of arrivals and lengths, its columns named in the call.
 *
 * <p>Source: Y. Shafranovich, <cite>Common Format and MIME Type for CSV Files</cite>, RFC 4180, 2005.
 * <br>Units: lengths in tokens; arrivals as time stamps, or as numbers of the unit given.
 * <br>Cost: memory for the rows that are kept only.
 */
public final class CsvSource implements RequestSource {
    private final TraceFile file;
    private final Columns columns;

    /**
     * The names of the columns.
     *
     * @param arrival may be left out where the workload draws its arrivals
     * @param unit of arrivals that are numbers: s, ms, us or ns
     */
    public record Columns(Optional<String> arrival, String prompt, String output, String unit) {}

    public CsvSource(TraceFile file, Columns columns) {
        this.file = file;
        this.columns = columns;
    }

    @Override
    public Requests read(RowRules rules) throws RunFailure {
        if (rules.arrivals() && columns.arrival().isEmpty()) {
            throw new RunFailure(file.namedAt() + ": csv: names no column of arrivals and the workload draws none;"
                    + " add arrival: and the name of the column, or a line such as arrival poisson(4 /s).");
        }
        var table = new RequestTable();
        var bad = new BadRows(file, rules.skipBad());
        var row = new CsvRow();
        try (Reader text = file.open();
                CsvReader<CsvRow> csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .build(row, text)) {
            Iterator<CsvRow> rows = csv.iterator();
            if (!rows.hasNext()) {
                throw bad.nothingLeft("neither header nor rows");
            }
            var cells = new RequestCells(rows.next(), rules.arrivals());
            while (table.count() < rules.limit() && rows.hasNext()) {
                rows.next();
                try {
                    cells.add(row, table);
                } catch (BadRow e) {
                    bad.report(row.line(), e);
                }
            }
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            throw file.failed(cause == null ? new IOException(e) : cause);
        } catch (IOException e) {
            throw file.failed(e);
        } catch (CsvParseException e) {
            throw new RunFailure(
                    file.path() + ":" + row.line() + ":1: the row is not CSV: " + e.getMessage()
                            + ". A cell in quotes must end with a quote, followed by a comma or the end of the line, and a"
                            + " quote inside it is written twice; rows after this one cannot be told, so 'skip bad' does"
                            + " not help.",
                    e);
        }
        if (table.count() == 0) {
            throw bad.nothingLeft("a header but no rows");
        }
        return table.requests(file.name(), PromptContent.UNKNOWN, bad.count(), bad.notes());
    }

    /** Which cells of a row make the request. */
    private final class RequestCells {
        private final int width;
        private final int arrival;
        private final int prompt;
        private final int output;
        private final String arrivalText;
        private final String promptText;
        private final String outputText;
        private final Arrivals arrivals = new Arrivals(columns.unit());

        RequestCells(CsvRow header, boolean withArrivals) throws RunFailure {
            width = header.size();
            String arrivalName = withArrivals ? columns.arrival().orElse("") : "";
            arrival = withArrivals ? find(header, "arrival", arrivalName) : -1;
            prompt = find(header, "prompt", columns.prompt());
            output = find(header, "output", columns.output());
            arrivalText = "arrival '" + arrivalName + "'";
            promptText = "prompt '" + columns.prompt() + "'";
            outputText = "output '" + columns.output() + "'";
            header.want(arrival, prompt, output);
        }

        private int find(CsvRow header, String parameter, String name) throws RunFailure {
            List<String> names = header.cells();
            int first = names.indexOf(name);
            int last = names.lastIndexOf(name);
            if (first < 0) {
                throw new RunFailure(file.path() + ":" + header.line() + ":1: has no column '" + name + "', which "
                        + parameter + " names at " + file.namedAt() + "; " + Names.suggest(name, names));
            }
            if (first != last) {
                throw new RunFailure(file.path() + ":" + header.line() + ":" + header.column(last) + ": the column '"
                        + name + "', which " + parameter + " names at " + file.namedAt()
                        + ", is there twice, must be there once; rename one of the two in the header.");
            }
            return first;
        }

        void add(CsvRow row, RequestTable table) throws BadRow {
            if (row.size() != width) {
                throw new BadRow(
                        1,
                        "the row has " + row.size() + (row.size() == 1 ? " cell" : " cells") + ", must have " + width
                                + " as the header has" + (row.size() < width ? "; is the file cut off here?" : "."));
            }
            long arrivalNanos = arrival < 0 ? 0 : arrivals.nanos(row.cell(arrival), arrivalText, row.column(arrival));
            int promptTokens = Cells.tokens(row.cell(prompt), promptText, row.column(prompt));
            int outputTokens = Cells.tokens(row.cell(output), outputText, row.column(output));
            table.add(arrivalNanos, promptTokens, outputTokens);
        }
    }

    /** Makes it from {@code csv("conv.csv", arrival: TIMESTAMP, prompt: ContextTokens, output: GeneratedTokens)}. */
    @Mechanism(
            name = "csv",
            engines = "kv",
            kind = MechanismKind.SOURCE,
            doc = "Requests from a table with a header, its columns named in the call.",
            source = "Shafranovich, Common Format and MIME Type for CSV Files, RFC 4180, 2005",
            params = {
                @Param(
                        name = "file",
                        type = ParamType.FILE,
                        doc = "Comma-separated values in UTF-8 with a header; plain or gzip."),
                @Param(
                        name = "arrival",
                        type = ParamType.NAME,
                        doc = "Column of the arrivals: time stamps, or numbers of the unit. May be left out where the"
                                + " workload has its own arrival.",
                        byDefault = Param.NONE),
                @Param(name = "prompt", type = ParamType.NAME, doc = "Column of the number of tokens of the prompt."),
                @Param(name = "output", type = ParamType.NAME, doc = "Column of the number of tokens generated."),
                @Param(
                        name = "unit",
                        type = ParamType.WORD,
                        doc = "Unit of arrivals that are numbers.",
                        byDefault = "s",
                        choices = {"s", "ms", "us", "ns"})
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<RequestSource> {
        @Override
        public RequestSource create(MechanismCall call) {
            Optional<String> arrival =
                    call.argument("arrival").isPresent() ? Optional.of(call.word("arrival")) : Optional.empty();
            return new CsvSource(
                    new TraceFile(call.word("file"), call.position()),
                    new Columns(arrival, call.word("prompt"), call.word("output"), call.word("unit")));
        }
    }
}
