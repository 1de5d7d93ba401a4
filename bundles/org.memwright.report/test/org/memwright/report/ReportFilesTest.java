/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.profile.ExperimentProfile;

class ReportFilesTest {
    @TempDir
    Path folder;

    private static List<ExperimentProfile> small() {
        return List.of(new Shootout().requests(10).profile(1));
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void write_makesTheFolderAndItsFiles() throws ReportFailure, IOException {
        Path out = folder.resolve("a/b");
        List<Path> files = ReportFiles.write(out, small());
        assertEquals(List.of("junit.xml", "profile.json", "report.html", "trace.json"), names(out));
        assertEquals(out.resolve("report.html"), files.getFirst());
        assertEquals(small(), ReportFiles.read(out));
        assertEquals(small(), ReportFiles.read(out.resolve("profile.json")));
    }

    @Test
    void write_replacesAFileAsAWhole() throws ReportFailure, IOException {
        Path file = folder.resolve("x.txt");
        Files.writeString(file, "old and longer than the new one");
        ReportFiles.write(file, out -> out.append("new"));
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("x.txt"), names(folder));
    }

    @Test
    void write_thatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("x.txt");
        Files.writeString(file, "old");
        var error = assertThrows(
                ReportFailure.class,
                () -> ReportFiles.write(file, out -> {
                    out.append("half");
                    throw new IOException("No space left on device");
                }));
        assertEquals(
                "cannot write " + file + ": no space left on device. Free some space there, or choose another folder.",
                error.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("x.txt"), names(folder));
    }

    @Test
    void write_belowAFileSaysSo() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "");
        var error = assertThrows(ReportFailure.class, () -> ReportFiles.write(file.resolve("out"), small()));
        assertTrue(
                error.getMessage().startsWith("cannot write " + file.resolve("out/report.html") + ": "),
                error.getMessage());
        assertTrue(error.getMessage().endsWith("Choose a folder that may be written to."), error.getMessage());
    }

    @Test
    void read_saysWhatIsWrong() throws IOException {
        var missing = assertThrows(ReportFailure.class, () -> ReportFiles.read(folder));
        assertEquals(
                "cannot read " + folder.resolve("profile.json")
                        + ": there is no such file. Give a profile.json, or a folder that 'memwright run --out' wrote.",
                missing.getMessage());

        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "{\"format\": oops}");
        assertEquals(
                "cannot read " + broken + ": line 1, column 12: expected a value, found 'o'",
                assertThrows(ReportFailure.class, () -> ReportFiles.read(broken))
                        .getMessage());

        Path binary = folder.resolve("binary.json");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertEquals(
                "cannot read " + binary + ": it is not text in UTF-8.",
                assertThrows(ReportFailure.class, () -> ReportFiles.read(binary))
                        .getMessage());
    }

    @Test
    void write_ofManyRequestsIsSmallAndQuick() throws ReportFailure, IOException {
        List<ExperimentProfile> large = List.of(new Shootout().requests(20_000).profile(2));
        // Takes about a second; the rest is for slow machines.
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> ReportFiles.write(folder, large));
        long html = Files.size(folder.resolve("report.html"));
        assertTrue(html < 1_000_000, html + " bytes of HTML");
        long json = Files.size(folder.resolve("profile.json"));
        assertTrue(json < 30_000_000, json + " bytes of JSON");
        assertEquals(large, ReportFiles.read(folder));
    }

    @Test
    void write_ofALargeGridStaysBelowFiveMegabytes() throws ReportFailure, IOException {
        String[] rates = new String[24];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = i + 1 + " /s";
        }
        ReportFiles.write(
                folder, List.of(new Shootout().requests(80).rates(rates).profile(2)));
        long html = Files.size(folder.resolve("report.html"));
        assertTrue(html < 5_000_000, html + " bytes of HTML");
    }
}
