/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.memwright.compile.Compilation;
import org.memwright.compile.ExperimentCompiler;
import org.memwright.compile.Overrides;
import org.memwright.lang.issue.Nearest;
import org.memwright.model.Experiment;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Profiler;
import org.memwright.profile.ProfilingListener;
import org.memwright.profile.RunProfile;
import org.memwright.profile.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memwright catalog}: published systems, what they claim, and whether it holds here. */
@Command(
        name = "catalog",
        description = "Published systems, what they claim, and what running them here shows.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memwright catalog list                     every system with its family and claim",
            "  memwright catalog show hiagent             its file: memory, experiment, what differs from the paper",
            "  memwright catalog run hiagent              run its experiment: claim, checked, measured, verdict",
            "  memwright catalog run task-memory          all of a family; without a name, all there are",
            "  memwright catalog run --format csv > systems.csv",
            "",
            "Ends with 3 where an expect failed, with 4 where a run failed."
        })
final class CatalogCommand extends BaseCommand {
    private static final String TABLE = "table";
    private static final String CSV = "csv";
    private static final List<String> ACTIONS = List.of("list", "show", "run");

    @Parameters(index = "0", paramLabel = "ACTION", description = "list, show or run.")
    private String action = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ID|FAMILY",
            description = "A system, or a family of them; all where none is given.")
    private String name = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "How lists and results are shown: table or csv; table by default.")
    private String format = TABLE;

    @Option(
            names = {"-j", "--threads"},
            paramLabel = "N",
            description = "Runs at a time; as many as there are processors by default. Results do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** One expectation of one system. */
    private record Row(PublishedSystem system, String checked, String measured, String verdict) {}

    CatalogCommand(Main main) {
        super(main);
    }

    @Override
    public Integer call() {
        if (!List.of(TABLE, CSV).contains(format)) {
            throw new CommandFailure(ExitCode.USAGE, "--format is " + format + ", must be table or csv.");
        }
        if (threads < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--threads is " + threads + ", must be at least 1.");
        }
        return switch (action) {
            case "list" -> list(chosen());
            case "show" -> show(chosen());
            case "run" -> run(chosen());
            default ->
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "'" + action + "' is no action of the catalog." + Nearest.question(Nearest.to(action, ACTIONS))
                                + " There are list, show and run.");
        };
    }

    private List<PublishedSystem> chosen() {
        List<PublishedSystem> all = PublishedSystem.all();
        if (name.isEmpty()) {
            return all;
        }
        List<PublishedSystem> named = all.stream()
                .filter(system -> system.id().equals(name) || system.family().equals(name))
                .toList();
        if (named.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            all.forEach(system -> names.add(system.id()));
            all.forEach(system -> names.add(system.family()));
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "there is no system and no family '" + name + "'." + Nearest.question(Nearest.to(name, names))
                            + " There are " + String.join(", ", names) + ".");
        }
        return named;
    }

    private int list(List<PublishedSystem> systems) {
        if (format.equals(CSV)) {
            line(List.of("id", "family", "title", "claim"));
            systems.forEach(s -> line(List.of(s.id(), s.family(), s.title(), s.claim())));
            return ExitCode.OK;
        }
        int ids = systems.stream().mapToInt(s -> s.id().length()).max().orElse(0);
        int families = systems.stream().mapToInt(s -> s.family().length()).max().orElse(0);
        int indent = ids + families + 4;
        for (PublishedSystem system : systems) {
            List<String> claim = Page.wrapped(system.claim(), indent, terminal().width());
            terminal()
                    .out()
                    .println(terminal().outPaint().bold(Page.padded(system.id(), ids)) + "  "
                            + Page.padded(system.family(), families) + "  " + claim.getFirst());
            claim.stream().skip(1).forEach(l -> terminal().out().println(" ".repeat(indent) + l));
        }
        return ExitCode.OK;
    }

    private int show(List<PublishedSystem> systems) {
        terminal().out().print(systems.stream().map(PublishedSystem::text).collect(Collectors.joining("\n")));
        return ExitCode.OK;
    }

    // ── running ─────────────────────────────────────────────────────────────────────────────────────────────

    private int run(List<PublishedSystem> systems) {
        if (format.equals(CSV)) {
            line(List.of("id", "family", "claim", "checked", "measured", "verdict"));
        }
        boolean failedRun = false;
        boolean failedExpect = false;
        for (PublishedSystem system : systems) {
            if (main().interruption().isAsked()) {
                return ExitCode.INTERRUPTED;
            }
            List<Row> rows = new ArrayList<>();
            for (Experiment experiment : system.experiments(main().workspace())) {
                ExperimentProfile profile = profile(system, experiment);
                failedRun |= !profile.isComplete();
                failedExpect |= profile.hasFailedVerdict();
                profile.verdicts().forEach(verdict -> rows.add(row(system, verdict)));
                profile.runs().stream()
                        .filter(run -> run.outcome() == RunProfile.Outcome.FAILED)
                        .map(RunProfile::message)
                        .distinct()
                        .forEach(message -> main().complain(system.id() + ": " + message));
            }
            write(system, rows);
        }
        return failedRun ? ExitCode.OTHER : failedExpect ? ExitCode.EXPECTATION : ExitCode.OK;
    }

    private ExperimentProfile profile(PublishedSystem system, Experiment experiment) {
        Compilation compilation =
                new ExperimentCompiler(main().workspace().vocabulary()).compile(experiment, Overrides.NONE);
        return compilation
                .successful()
                .map(plan -> new Profiler(main().workspace().vocabulary(), threads)
                        .profile(plan, ProfilingListener.NONE, main().interruption()::isAsked))
                .orElseThrow(() -> new IllegalStateException(system.id() + ": " + compilation.problems()));
    }

    private static Row row(PublishedSystem system, Verdict verdict) {
        String point = ExperimentProfile.label(verdict.point());
        return new Row(
                system,
                verdict.text().replaceFirst("^expect\\s+", "") + (point.isEmpty() ? "" : " at " + point),
                verdict.outcome() == Verdict.Outcome.UNDECIDED ? verdict.reason() : verdict.values(),
                verdict.outcome().name().toLowerCase(Locale.ROOT));
    }

    private void write(PublishedSystem system, List<Row> rows) {
        if (format.equals(CSV)) {
            rows.forEach(row -> line(List.of(
                    system.id(), system.family(), system.claim(), row.checked(), row.measured(), row.verdict())));
            return;
        }
        Paint paint = terminal().outPaint();
        terminal().out().println(paint.bold(system.id()) + "  " + system.title() + paint.faint("  " + system.family()));
        entry("claim", system.claim());
        for (Row row : rows) {
            entry("checked", row.checked());
            entry("measured", plain(row.measured()));
            String verdict = Page.padded(row.verdict(), 9);
            terminal()
                    .out()
                    .println("  " + paint.faint(Page.padded("verdict", 10))
                            + switch (row.verdict()) {
                                case "passed" -> paint.green(verdict.strip());
                                case "failed" -> paint.red(verdict.strip());
                                default -> paint.yellow(verdict.strip());
                            });
        }
        terminal().out().println();
    }

    private void entry(String label, String text) {
        List<String> lines = Page.wrapped(text, 12, terminal().width());
        terminal().out().println("  " + terminal().outPaint().faint(Page.padded(label, 10)) + lines.getFirst());
        lines.stream().skip(1).forEach(l -> terminal().out().println(" ".repeat(12) + l));
    }

    private String plain(String text) {
        return terminal().unicode() ? text : text.replace("\u00b1", "+-");
    }

    private void line(List<String> fields) {
        terminal()
                .out()
                .println(fields.stream()
                        .map(field -> field.matches("[^\",\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")));
    }
}
