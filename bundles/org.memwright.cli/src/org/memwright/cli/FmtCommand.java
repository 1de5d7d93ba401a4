/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.resource.XtextResource;
import org.memwright.lang.Finding;
import org.memwright.lang.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memwright fmt}: brings designs into their canonical form. */
@Command(
        name = "fmt",
        description = "Write designs in their canonical form; comments stay.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memwright fmt kv.memw               format a file in place",
            "  memwright fmt --check designs       name the files that are not, change nothing",
            "",
            "Files with syntax errors are left alone and end the command with 1, as do files that are not",
            "formatted under --check."
        })
final class FmtCommand extends BaseCommand {
    @Option(names = "--check", description = "Change nothing; end with 1 where a file is not formatted.")
    private boolean check;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
    private List<Path> paths = List.of();

    FmtCommand(Main main) {
        super(main);
    }

    @Override
    public Integer call() {
        Workspace workspace = main().workspace();
        var diagnostics = new Diagnostics(terminal());
        List<String> changed = new ArrayList<>();
        for (Path path : paths) {
            Path absolute = path.toAbsolutePath().normalize();
            Project project = workspace.load(path);
            Set<String> malformed = new HashSet<>();
            for (Path file : project.files()) {
                if (!file.startsWith(absolute)) {
                    continue;
                }
                XtextResource resource = project.resource(file).orElseThrow();
                Optional<String> after = workspace.language().formatted(resource);
                if (after.isEmpty()) {
                    malformed.add(file.toString());
                } else if (!after.get()
                        .equals(resource.getParseResult().getRootNode().getText())) {
                    changed.add(Diagnostics.shown(file.toString()));
                    if (!check) {
                        replace(file, after.get());
                    }
                }
            }
            for (Finding finding : project.findings(absolute)) {
                boolean unread = !project.files().contains(Path.of(finding.file()));
                if (finding.isError() && (unread || malformed.contains(finding.file()))) {
                    diagnostics.show(finding);
                }
            }
        }
        changed.forEach(terminal().out()::println);
        return check && !changed.isEmpty() && diagnostics.errors() == 0 ? ExitCode.DESIGN : diagnostics.exitCode();
    }

    private static void replace(Path file, String text) {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new CommandFailure(
                    ExitCode.OTHER,
                    file + " cannot be written: " + cause.getMessage() + ". Check rights and free space.");
        }
    }
}
