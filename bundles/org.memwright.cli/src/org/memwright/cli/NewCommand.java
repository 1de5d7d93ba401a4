/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.memwright.catalog.ProjectTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code memwright new}: a project to start from. */
@Command(
        name = "new",
        description = "Make a folder with a project that runs: two KV cache designs on one GPU, compared.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  memwright new my-design", "  memwright run my-design"})
final class NewCommand extends BaseCommand {
    @Parameters(paramLabel = "DIR", description = "The folder; it is made, or must be empty.")
    private Path folder = Path.of("");

    NewCommand(Main main) {
        super(main);
    }

    @Override
    public Integer call() {
        requireEmpty();
        Path design = folder.resolve(ProjectTemplate.FILE);
        try {
            Files.createDirectories(folder);
            Files.writeString(design, ProjectTemplate.PAGING.text(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new CommandFailure(
                    ExitCode.OTHER,
                    design + " cannot be written: " + cause.getMessage()
                            + ". Choose another folder, or check its permissions.");
        }
        Paint paint = terminal().outPaint();
        terminal().out().println("made " + paint.bold(design.toString()));
        terminal().out().println("next: " + paint.cyan("memwright run " + folder));
        return ExitCode.OK;
    }

    private void requireEmpty() {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(ExitCode.USAGE, folder + " is a file. Give the name of a new folder.");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        folder + " is not empty, and nothing of yours is overwritten. Give a new folder.");
            }
        } catch (IOException cause) {
            throw new CommandFailure(ExitCode.OTHER, folder + " cannot be read: " + cause.getMessage() + ".");
        }
    }
}
