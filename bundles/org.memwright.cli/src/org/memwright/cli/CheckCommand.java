/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memwright.compile.ExperimentCompiler;
import org.memwright.compile.Experiments;
import org.memwright.compile.Overrides;
import org.memwright.compile.Problem;
import org.memwright.lang.Finding;
import org.memwright.lang.Project;
import org.memwright.model.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code memwright check}: what is wrong with designs. */
@Command(
        name = "check",
        description = "Say what is wrong with designs, without running them.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memwright check                     all designs under this folder",
            "  memwright check kv.memw             one file, with the others of its folder at hand",
            "  memwright check examples designs    two folders",
            "",
            "Ends with 1 where there is an error; warnings alone end with 0."
        })
final class CheckCommand extends BaseCommand {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and folders; this folder where none is given.")
    private List<Path> paths = List.of();

    CheckCommand(Main main) {
        super(main);
    }

    @Override
    public Integer call() {
        Workspace workspace = main().workspace();
        var diagnostics = new Diagnostics(terminal());
        Map<Path, Project> projects = new LinkedHashMap<>();
        Set<Finding> findings = new LinkedHashSet<>();
        Set<Problem> problems = new LinkedHashSet<>();
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : paths.isEmpty() ? List.of(Path.of("")) : paths) {
            Path absolute = path.toAbsolutePath().normalize();
            Path key = absolute.toString().endsWith(Project.EXTENSION) ? absolute.resolveSibling("") : absolute;
            Project project = projects.computeIfAbsent(key, k -> workspace.load(path));
            findings.addAll(project.findings(absolute));
            List<Path> checked =
                    project.files().stream().filter(f -> f.startsWith(absolute)).toList();
            files.addAll(checked);
            problems.addAll(problemsOfPlans(workspace, project, checked, findings));
        }
        findings.forEach(diagnostics::show);
        problems.forEach(diagnostics::show);
        if (diagnostics.exitCode() != ExitCode.USAGE) {
            summarise(diagnostics, files.size());
        }
        return diagnostics.exitCode();
    }

    /** What would keep an experiment from being run, beyond what checking its files finds. */
    private static Set<Problem> problemsOfPlans(
            Workspace workspace, Project project, List<Path> files, Set<Finding> findings) {
        Set<Problem> problems = new LinkedHashSet<>();
        var compiler = new ExperimentCompiler(workspace.vocabulary());
        Map<String, Boolean> sound = new HashMap<>();
        files.forEach(file -> sound.put(file.toString(), isSound(findings, file)));
        for (Path file : files) {
            project.module(file).stream()
                    .flatMap(module -> module.getDeclarations().stream())
                    .filter(Experiment.class::isInstance)
                    .map(Experiment.class::cast)
                    .filter(e -> Experiments.files(e).stream()
                            .allMatch(needed -> sound.computeIfAbsent(
                                    needed.toString(), n -> isSound(project.findings(needed), needed))))
                    .flatMap(e -> compiler.compile(e, Overrides.NONE).problems().stream())
                    .filter(p -> p.kind() == Problem.Kind.DESIGN || p.kind() == Problem.Kind.WARNING)
                    .forEach(problems::add);
        }
        return problems;
    }

    private static boolean isSound(Collection<Finding> findings, Path file) {
        return findings.stream().noneMatch(f -> f.isError() && f.file().equals(file.toString()));
    }

    private void summarise(Diagnostics diagnostics, int files) {
        Paint paint = terminal().outPaint();
        String of = files == 1 ? "1 file" : files + " files";
        if (diagnostics.errors() == 0 && diagnostics.warnings() == 0) {
            terminal().out().println(paint.green("ok") + "  " + of + " checked, nothing to complain about");
            return;
        }
        String errors = count(diagnostics.errors(), "error");
        String warnings = count(diagnostics.warnings(), "warning");
        terminal()
                .out()
                .println((diagnostics.errors() > 0 ? paint.red(errors) : errors)
                        + (diagnostics.warnings() > 0 ? ", " + paint.yellow(warnings) : "") + " in " + of);
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
