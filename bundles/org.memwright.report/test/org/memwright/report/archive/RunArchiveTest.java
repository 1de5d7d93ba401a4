/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.profile.ExperimentProfile;
import org.memwright.report.ReportFailure;
import org.memwright.report.Shootout;

class RunArchiveTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path project;

    private final ExperimentProfile profile = new Shootout().requests(20).profile(1);

    private static Origin origin(String text) {
        return new Origin(
                "designs/shootout.memw", NOON, 2_500_000_000L, "0.1.0", Map.of("designs/shootout.memw", text));
    }

    @Test
    void keep_givesBackTheSameRun() throws ReportFailure {
        var archive = new RunArchive(project);

        KeptRun kept = archive.keep(profile, origin("experiment Shootout {}"));

        assertEquals(List.of(kept), archive.runs());
        assertEquals(profile, RunArchive.profile(kept));
        assertEquals("experiment Shootout {}", RunArchive.design(kept, "designs/shootout.memw"));
        assertEquals(project.resolve(".memwright/runs/1-Shootout"), kept.folder());
        assertEquals("Shootout #1", kept.label());
        assertEquals(profile.verdicts().size(), kept.passed() + kept.failed() + kept.undecided());
        assertTrue(kept.isComplete());
    }

    @Test
    void keep_countsUpAndKeepsEachText() throws ReportFailure {
        var archive = new RunArchive(project);
        KeptRun first = archive.keep(profile, origin("one"));
        KeptRun second = archive.keep(profile, origin("two"));

        assertEquals(List.of(2, 1), archive.runs().stream().map(KeptRun::number).toList(), "the newest first");
        assertEquals("one", RunArchive.design(first, "designs/shootout.memw"));
        assertEquals("two", RunArchive.design(second, "designs/shootout.memw"));
    }

    @Test
    void delete_leavesTheOthersAndTheirNumbers() throws ReportFailure {
        var archive = new RunArchive(project);
        KeptRun first = archive.keep(profile, origin("one"));
        KeptRun second = archive.keep(profile, origin("two"));

        RunArchive.delete(first);

        assertFalse(Files.exists(first.folder()));
        assertEquals(List.of(second), archive.runs());
        assertEquals(3, archive.keep(profile, origin("three")).number());
    }

    @Test
    void runs_leavesOutWhatIsNoRun() throws IOException, ReportFailure {
        var archive = new RunArchive(project);
        assertEquals(List.of(), archive.runs(), "a project that never ran");
        Path runs = project.resolve(RunArchive.RUNS);
        Files.createDirectories(runs.resolve("7-Interrupted"));
        Files.createDirectories(runs.resolve("notes"));
        Files.writeString(Files.createDirectories(runs.resolve("8-Other")).resolve("run.json"), "{\"format\": 3}");

        assertEquals(List.of(), archive.runs());
        assertEquals(9, archive.keep(profile, origin("text")).number(), "a number is never given twice");
    }

    @Test
    void profile_saysWhichFileIsGone() throws IOException, ReportFailure {
        KeptRun kept = new RunArchive(project).keep(profile, origin("text"));
        Files.delete(kept.folder().resolve("profile.json"));

        var failure = assertThrows(ReportFailure.class, () -> RunArchive.profile(kept));
        assertTrue(String.valueOf(failure.getMessage())
                .contains(kept.folder().resolve("profile.json") + ": there is no such file"));
    }
}
