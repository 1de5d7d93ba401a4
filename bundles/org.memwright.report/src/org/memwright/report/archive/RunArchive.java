/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.memwright.profile.ExperimentProfile;
import org.memwright.report.ReportFailure;
import org.memwright.report.ReportFiles;
import org.memwright.report.json.JsonFailure;
import org.memwright.report.json.JsonNode;
import org.memwright.report.json.JsonWriter;
import org.memwright.report.json.ProfileJson;

/**
 * The runs that a project keeps, under {@value #RUNS} in its folder.
 *
 * <p>State: none but the disk. Several programs may keep runs of one project at a time.
 */
public final class RunArchive {
    /** Folder of all runs, below that of the project. */
    public static final String RUNS = ".memwright/runs";

    static final String DESIGN = "design";
    private static final String FILE = "run.json";
    private static final String FORMAT = "memwright run";
    private static final int VERSION = 1;
    private static final Pattern NUMBERED = Pattern.compile("([0-9]{1,9})-.*");

    private final Path runs;

    /** @param project its folder */
    public RunArchive(Path project) {
        this.runs = project.toAbsolutePath().normalize().resolve(RUNS);
    }

    /**
     * Keeps a run under the next number.
     *
     * @throws ReportFailure if the disk refuses it; what was written of it is then no run
     */
    public KeptRun keep(ExperimentProfile profile, Origin origin) throws ReportFailure {
        try {
            Files.createDirectories(runs);
            KeptRun run = claim(profile, origin);
            ReportFiles.write(
                    run.folder().resolve(ReportFiles.PROFILE), out -> ProfileJson.write(List.of(profile), out));
            for (Map.Entry<String, String> design : origin.designs().entrySet()) {
                ReportFiles.write(run.design(design.getKey()), out -> out.append(design.getValue()));
            }
            ReportFiles.write(run.folder().resolve(FILE), out -> write(run, out));
            return run;
        } catch (IOException e) {
            throw ReportFailure.writing(runs, e);
        }
    }

    /** Makes the folder of the next number; who makes it owns it. */
    private KeptRun claim(ExperimentProfile profile, Origin origin) throws IOException {
        int number = 1 + folders().stream().mapToInt(RunArchive::number).max().orElse(0);
        while (true) {
            String name = profile.name().substring(profile.name().lastIndexOf('.') + 1);
            Path folder = runs.resolve(number + "-" + name);
            try {
                Files.createDirectory(folder);
                return KeptRun.of(folder, number, profile, origin);
            } catch (FileAlreadyExistsException taken) {
                number++;
            }
        }
    }

    /** The runs, the newest first; folders that are no run are left out. */
    public List<KeptRun> runs() throws ReportFailure {
        try {
            List<KeptRun> found = new ArrayList<>();
            for (Path folder : folders()) {
                read(folder).ifPresent(found::add);
            }
            found.sort(Comparator.comparingInt(KeptRun::number).reversed());
            return List.copyOf(found);
        } catch (IOException e) {
            throw ReportFailure.reading(runs, e);
        }
    }

    /** The profile of a run. */
    public static ExperimentProfile profile(KeptRun run) throws ReportFailure {
        List<ExperimentProfile> profiles = ReportFiles.read(run.folder());
        if (profiles.size() != 1) {
            throw new ReportFailure(
                    "cannot read " + run.folder().resolve(ReportFiles.PROFILE) + ": it has " + profiles.size()
                            + " experiments, a kept run has one",
                    null);
        }
        return profiles.getFirst();
    }

    /** The text of a file at the time of a run. */
    public static String design(KeptRun run, String name) throws ReportFailure {
        try {
            return Files.readString(run.design(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ReportFailure.reading(run.design(name), e);
        }
    }

    /** Deletes a run and all that is kept of it. */
    public static void delete(KeptRun run) throws ReportFailure {
        try {
            Files.deleteIfExists(run.folder().resolve(FILE)); // from here on it is no run, whatever happens next
            try (Stream<Path> all = Files.walk(run.folder())) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (IOException e) {
            throw ReportFailure.writing(run.folder(), e);
        }
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(folder -> number(folder) > 0).sorted().toList();
        }
    }

    private static int number(Path folder) {
        Matcher numbered = NUMBERED.matcher(String.valueOf(folder.getFileName()));
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
    }

    private static void write(KeptRun run, Appendable out) throws IOException {
        var json = new JsonWriter(out);
        json.object().field("format", FORMAT).field("version", VERSION);
        json.field("experiment", run.experiment())
                .field("file", run.file())
                .field("started", run.started().toString())
                .field("elapsedNanos", run.elapsedNanos())
                .field("memwright", run.version())
                .texts("columns", run.columns())
                .field("runs", run.runs())
                .field("unfinished", run.unfinished())
                .field("passed", run.passed())
                .field("failed", run.failed())
                .field("undecided", run.undecided())
                .texts("designs", run.designs())
                .endObject()
                .end();
    }

    /** What a folder says of itself; empty where it is not, or not yet, a run of this version. */
    private static Optional<KeptRun> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JsonNode.parse(Files.readString(file, StandardCharsets.UTF_8));
            if (!json.get("format").text().equals(FORMAT) || json.get("version").whole() != VERSION) {
                return Optional.empty();
            }
            return Optional.of(new KeptRun(
                    folder,
                    number(folder),
                    json.get("experiment").text(),
                    json.get("file").text(),
                    Instant.parse(json.get("started").text()),
                    json.get("elapsedNanos").whole(),
                    json.get("memwright").text(),
                    json.get("columns").list(JsonNode::text),
                    json.get("runs").count(),
                    json.get("unfinished").count(),
                    json.get("passed").count(),
                    json.get("failed").count(),
                    json.get("undecided").count(),
                    json.get("designs").list(JsonNode::text)));
        } catch (JsonFailure | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
