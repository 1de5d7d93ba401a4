/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memwright.cli.validation.Replays;
import org.memwright.cli.validation.Validation;
import org.memwright.model.Hardware;
import org.memwright.profile.Profiler;
import org.memwright.profile.view.ValidationTable;
import org.memwright.report.ReportFailure;
import org.memwright.report.ReportFiles;
import org.memwright.report.TerminalTable;
import org.memwright.report.ValidationCsv;
import org.memwright.report.ValidationText;
import org.memwright.report.html.HtmlReport;
import org.memwright.report.json.ValidationJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memwright validate}: predicted against measured. */
@Command(
        name = "validate",
        description = "Replay measured runs; put what is predicted beside what was measured.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memwright validate measurements            all that is found there and below",
            "  memwright validate runs --out report       and write report.html and validation.json",
            "  memwright validate kernels --on H100_SXM   when the tables do not say what was measured",
            "",
            "Measurements are told by what is in them: tables of kernels (one shape in five is held back from the fit"
                    + " and",
            "judges it), runs of a serving engine with their requests, tables of serving points, hit ratios of prefix"
                    + " caches,",
            "dialogues of LoCoMo and passages of MuSiQue (how much of the evidence is recalled).",
            "Ends with 4 where one of them could not be replayed; the others are replayed all the same."
        })
final class ValidateCommand extends BaseCommand {
    private static final String TABLE = "table";
    private static final String JSON = "json";
    private static final String CSV = "csv";

    @Parameters(paramLabel = "DIR", description = "A folder of measurements.")
    private Path folder = Path.of("");

    @Option(
            names = "--on",
            paramLabel = "HARDWARE",
            description =
                    "The hardware of the library that was measured; without it, the one like what measurements name.")
    private String on = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "How results are shown: table, json or csv; table by default.")
    private String format = TABLE;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Write report.html and validation.json there.")
    private @Nullable Path out;

    ValidateCommand(Main main) {
        super(main);
    }

    @Override
    public Integer call() {
        if (!List.of(TABLE, JSON, CSV).contains(format)) {
            throw new CommandFailure(ExitCode.USAGE, "--format is " + format + ", must be table, json or csv.");
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(
                    ExitCode.USAGE, folder + ": there is no such folder. Give one that holds measurements.");
        }
        Workspace workspace = main().workspace();
        var replays = new Replays(
                workspace.language(),
                new Profiler(workspace.vocabulary(), 1),
                on.isEmpty() ? null : hardware(workspace),
                out != null);
        ValidationTable validation;
        try {
            validation = new Validation(folder, replays).run(this::started, main().interruption()::isAsked);
        } catch (IOException unreadable) {
            throw new CommandFailure(ExitCode.OTHER, folder + " cannot be listed: " + unreadable.getMessage() + ".");
        }
        if (validation.runs().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    folder + ": holds no measurement that is known. memwright validate --help says what is.");
        }
        show(validation);
        write(validation, replays);
        if (main().interruption().isAsked()) {
            return ExitCode.INTERRUPTED;
        }
        return validation.isComplete() ? ExitCode.OK : ExitCode.OTHER;
    }

    private String hardware(Workspace workspace) {
        return LibraryEntry.named(workspace, on).stream()
                .filter(entry -> entry.declaration() instanceof Hardware)
                .map(entry -> entry.packageName() + "." + entry.simpleName())
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "--on " + on + ": the library has no such hardware. memwright explain lists it."));
    }

    private void started(String name) {
        if (terminal().watched()) {
            terminal().err().println(terminal().errPaint().faint("replaying " + name));
        }
    }

    private void show(ValidationTable validation) {
        boolean coloured = terminal().outPaint() == Paint.COLOURED;
        terminal()
                .out()
                .print(
                        switch (format) {
                            case JSON -> ValidationJson.text(validation);
                            case CSV -> ValidationCsv.text(validation);
                            default ->
                                ValidationText.text(
                                        validation,
                                        new TerminalTable.Style(
                                                terminal().width(), terminal().unicode(), coloured));
                        });
        terminal().out().flush();
    }

    private void write(ValidationTable validation, Replays replays) {
        Path target = out;
        if (target == null) {
            return;
        }
        try {
            List<Path> files = new ArrayList<>();
            files.add(ReportFiles.write(
                    target.resolve(ReportFiles.HTML), text -> HtmlReport.write(validation, replays.profiles(), text)));
            files.add(ReportFiles.write(
                    target.resolve("validation.json"), text -> ValidationJson.write(validation, text)));
            terminal().err().println("\nReport: " + files.getFirst() + "  (with validation.json)");
        } catch (ReportFailure failure) {
            throw new CommandFailure(ExitCode.OTHER, String.valueOf(failure.getMessage()));
        }
    }
}
