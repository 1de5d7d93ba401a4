/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memwright.compile.Compilation;
import org.memwright.compile.ExperimentCompiler;
import org.memwright.compile.Experiments;
import org.memwright.compile.Overrides;
import org.memwright.compile.Problem;
import org.memwright.lang.Finding;
import org.memwright.lang.Project;
import org.memwright.model.Experiment;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Profiler;
import org.memwright.profile.RunProfile;
import org.memwright.report.ProfileCsv;
import org.memwright.report.ReportFailure;
import org.memwright.report.ReportFiles;
import org.memwright.report.TerminalTable;
import org.memwright.report.json.ProfileJson;
import org.memwright.runtime.plan.ExperimentPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memwright run}: runs experiments and compares what came out. */
@Command(
        name = "run",
        description = "Run experiments and compare their designs.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memwright run examples/kv-shootout                    every experiment of a folder",
            "  memwright run kv.memw --experiment Shootout           one of a file",
            "  memwright run kv.memw --set H2O.budget=10%%            with another value for a parameter",
            "  memwright run kv.memw --set batch=8 --set seed=7      serving and workload likewise",
            "  memwright run kv.memw --workload traces/mine.csv      with another trace of the same columns",
            "  memwright run kv.memw --out report                    and write report.html and its data",
            "  memwright run kv.memw --format csv > measures.csv     for another program",
            "",
            "Ends with 3 where an expect failed, with 1 where the design has errors, with 4 where a run failed.",
            "Ctrl-C stops, keeps what is done, marks it as partial, and ends with 130.",
            "Designs that ask a language model find it by MEMWRIGHT_LLM_URL, _MODEL and _KEY: any endpoint that",
            "speaks as OpenAI's does; answers are cached, so that another run asks nothing."
        })
final class RunCommand extends BaseCommand {
    private static final String TABLE = "table";
    private static final String JSON = "json";
    private static final String CSV = "csv";

    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            description = "A file, or the folder of a project; this folder where none is given.")
    private Path path = Path.of("");

    @Option(
            names = {"-e", "--experiment"},
            paramLabel = "NAME",
            description = "Run this one; may be repeated. Without it every experiment of the file or folder runs.")
    private List<String> names = List.of();

    @Option(
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            description = "Another value for a parameter of a memory (budget, H2O.budget), of the serving rule, for a"
                    + " property of the workload, or for batch; may be repeated.")
    private List<String> settings = List.of();

    @Option(
            names = {"-w", "--workload"},
            paramLabel = "FILE",
            description = "Read the requests from this file.")
    private @Nullable Path workload;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description =
                    "Write report.html, profile.json, trace.json and junit.xml there. Without it nothing is written.")
    private @Nullable Path out;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "How results are shown: table, json or csv; table by default.")
    private String format = TABLE;

    @Option(
            names = {"-j", "--threads"},
            paramLabel = "N",
            description = "Runs at a time; as many as there are processors by default. Results do not depend on it.")
    private @Nullable Integer threads;

    @Option(names = "--strict", description = "Check the laws of conservation while running; slower.")
    private boolean strict;

    RunCommand(Main main) {
        super(main);
    }

    @Override
    public Integer call() {
        int parallel = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (parallel < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--threads is " + parallel + ", must be at least 1.");
        }
        if (!List.of(TABLE, JSON, CSV).contains(format)) {
            throw new CommandFailure(ExitCode.USAGE, "--format is " + format + ", must be table, json or csv.");
        }
        Overrides overrides = overrides();
        requireFolder();
        Workspace workspace = main().workspace();
        var diagnostics = new Diagnostics(terminal());
        Project project = workspace.load(path);
        List<Experiment> experiments = experiments(project, diagnostics);
        if (diagnostics.errors() > 0) {
            return diagnostics.exitCode();
        }
        Plans plans = plans(experiments, overrides, new ExperimentCompiler(workspace.vocabulary()), diagnostics);
        if (plans.exitCode() == ExitCode.DESIGN || plans.exitCode() == ExitCode.USAGE) {
            return plans.exitCode();
        }
        List<ExperimentProfile> profiles = profile(plans.plans(), new Profiler(workspace.vocabulary(), parallel));
        show(profiles);
        write(profiles);
        return exitCode(profiles, plans.exitCode());
    }

    private Overrides overrides() {
        List<Overrides.Setting> parsed = new ArrayList<>();
        for (String setting : settings) {
            try {
                parsed.add(Overrides.Setting.parse(setting));
            } catch (IllegalArgumentException wrong) {
                throw new CommandFailure(ExitCode.USAGE, wrong.getMessage() + ".");
            }
        }
        Path file = workload;
        if (file != null && !Files.isReadable(file)) {
            String why =
                    Files.exists(file) ? "cannot be read; check its permissions." : "is not there; check the path.";
            throw new CommandFailure(ExitCode.USAGE, "--workload " + file + " " + why);
        }
        if (file != null && Files.isDirectory(file)) {
            throw new CommandFailure(ExitCode.USAGE, "--workload " + file + " is a folder, must be a file.");
        }
        return new Overrides(parsed, file, strict);
    }

    /** Says before a long run, not after it, that its results could not be written. */
    private void requireFolder() {
        Path folder = out;
        for (Path at = folder == null ? null : folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                if (!Files.isDirectory(at)) {
                    throw new CommandFailure(
                            ExitCode.USAGE,
                            "--out " + out + ": " + at + " is a file. Give a folder, there or to be made.");
                }
                if (!Files.isWritable(at)) {
                    throw new CommandFailure(
                            ExitCode.OTHER,
                            "--out " + out + ": " + at + " may not be written to. Choose another folder.");
                }
                return;
            }
        }
    }

    // ── what is to be run ───────────────────────────────────────────────────────────────────────────────────

    private List<Experiment> experiments(Project project, Diagnostics diagnostics) {
        Experiments found = Experiments.of(project, path);
        List<Experiment> chosen = names.isEmpty() ? found.all() : chosen(found, project, diagnostics);
        found.errors(chosen).forEach(diagnostics::show);
        if (diagnostics.errors() == 0 && chosen.isEmpty()) {
            String where = found.areOfOneFile()
                    ? "file "
                            + Diagnostics.shown(
                                    path.toAbsolutePath().normalize().toString())
                    : "folder " + project.folder();
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "there is no experiment in " + where
                            + ". An experiment says what runs on what: experiment NAME { on ... compare ... };"
                            + " memwright new makes a project with one.");
        }
        return chosen;
    }

    private List<Experiment> chosen(Experiments found, Project project, Diagnostics diagnostics) {
        Set<Experiment> chosen = new LinkedHashSet<>();
        for (String name : names) {
            List<Experiment> named = found.named(name);
            if (named.isEmpty()) {
                project.findings().stream().filter(Finding::isError).forEach(diagnostics::show);
                String there = found.all().stream().map(Experiment::getName).collect(Collectors.joining(", "));
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "--experiment " + name + ": there is no such experiment; "
                                + (there.isEmpty() ? "there is none at all." : "there are " + there + "."));
            }
            chosen.addAll(named);
        }
        return List.copyOf(chosen);
    }

    /**
     * What can be run.
     *
     * @param exitCode why not all of it can; {@link ExitCode#OK} where it can
     */
    private record Plans(List<ExperimentPlan> plans, int exitCode) {}

    private static Plans plans(
            List<Experiment> experiments, Overrides overrides, ExperimentCompiler compiler, Diagnostics diagnostics) {
        List<ExperimentPlan> plans = new ArrayList<>();
        Set<Problem.Kind> kinds = new LinkedHashSet<>();
        Set<Problem> shown = new LinkedHashSet<>();
        for (Experiment experiment : experiments) {
            Compilation compilation =
                    compiler.compile(experiment, fitting(experiment, experiments, overrides, compiler));
            compilation.successful().ifPresent(plans::add);
            for (Problem problem : compilation.problems()) {
                kinds.add(problem.kind());
                if (shown.add(problem)) {
                    diagnostics.show(problem);
                }
            }
        }
        int exitCode = kinds.contains(Problem.Kind.DESIGN)
                ? ExitCode.DESIGN
                : kinds.contains(Problem.Kind.USAGE)
                        ? ExitCode.USAGE
                        : kinds.contains(Problem.Kind.NOT_BUILT) ? ExitCode.OTHER : ExitCode.OK;
        return new Plans(plans, exitCode);
    }

    /** The overrides without the settings that fit other experiments only. */
    private static Overrides fitting(
            Experiment experiment, List<Experiment> all, Overrides overrides, ExperimentCompiler compiler) {
        List<Overrides.Setting> fitting = overrides.settings().stream()
                .filter(setting -> compiler.accepts(experiment, setting)
                        || all.stream().noneMatch(other -> compiler.accepts(other, setting)))
                .toList();
        return new Overrides(fitting, overrides.workloadFile(), overrides.strict());
    }

    // ── running and showing ─────────────────────────────────────────────────────────────────────────────────

    private List<ExperimentProfile> profile(List<ExperimentPlan> plans, Profiler profiler) {
        List<ExperimentProfile> profiles = new ArrayList<>();
        for (ExperimentPlan plan : plans) {
            if (main().interruption().isAsked() && !profiles.isEmpty()) {
                break;
            }
            try (var progress = new Progress(terminal(), plan)) {
                profiles.add(profiler.profile(plan, progress, main().interruption()::isAsked));
            }
            if (format.equals(TABLE)) {
                showTable(profiles.getLast(), profiles.size() > 1);
            }
        }
        return profiles;
    }

    private void showTable(ExperimentProfile profile, boolean further) {
        boolean coloured = terminal().outPaint() == Paint.COLOURED;
        String text = TerminalTable.text(
                profile, new TerminalTable.Style(terminal().width(), terminal().unicode(), coloured));
        terminal().out().print((further ? "\n" : "") + text);
        terminal().out().flush();
    }

    private void show(List<ExperimentProfile> profiles) {
        if (format.equals(CSV)) {
            terminal().out().print(ProfileCsv.text(profiles));
        } else if (format.equals(JSON)) {
            terminal().out().print(ProfileJson.text(profiles));
        }
        terminal().out().flush();
    }

    private void write(List<ExperimentProfile> profiles) {
        Path folder = out;
        if (folder == null || profiles.isEmpty()) {
            return;
        }
        try {
            List<Path> files = ReportFiles.write(folder, profiles);
            String others = files.stream()
                    .skip(1)
                    .map(f -> String.valueOf(f.getFileName()))
                    .collect(Collectors.joining(", "));
            Paint paint = terminal().errPaint();
            terminal()
                    .err()
                    .println("\nReport: " + paint.bold(files.getFirst().toString())
                            + paint.faint("  (with " + others + ")"));
        } catch (ReportFailure failure) {
            throw new CommandFailure(ExitCode.OTHER, String.valueOf(failure.getMessage()));
        }
    }

    private int exitCode(List<ExperimentProfile> profiles, int planned) {
        boolean stopped = profiles.stream()
                .flatMap(p -> p.runs().stream())
                .anyMatch(r -> r.outcome() == RunProfile.Outcome.PARTIAL || r.outcome() == RunProfile.Outcome.SKIPPED);
        if (stopped || main().interruption().isAsked()) {
            terminal().err().println("memwright: stopped; what was done until then is above.");
            return ExitCode.INTERRUPTED;
        }
        if (planned != ExitCode.OK || profiles.stream().anyMatch(p -> !p.isComplete())) {
            return ExitCode.OTHER;
        }
        return profiles.stream().anyMatch(ExperimentProfile::hasFailedVerdict) ? ExitCode.EXPECTATION : ExitCode.OK;
    }
}
