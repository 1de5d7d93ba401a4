/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile.Outcome;
import org.memwright.report.ReportFailure;
import org.memwright.report.ReportFiles;
import org.memwright.report.json.JsonFailure;
import org.memwright.report.json.ProfileJson;

class RunCommandTest {
    private static final String SMALL = resource("small.memw");

    @TempDir
    private Path folder;

    @BeforeEach
    void realPath() throws IOException {
        folder = folder.toRealPath();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(RunCommandTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private Path small() {
        return Called.write(folder.resolve("small.memw"), SMALL);
    }

    /** Figures as #, so that the test is about what a reader is told and not about the model of the hardware. */
    private static String withoutFigures(String text) {
        return text.replaceAll("[0-9][0-9.]*( e-?[0-9]+)?", "#")
                .replaceAll("# [KMGTm]?(B|J|s|min|h)\\b", "# UNIT")
                .replaceAll("-{3,}", "---")
                .replaceAll(" +", " ")
                .replaceAll("(?m)^defaults?.*(\n .*)*\n+", "")
                .strip();
    }

    @Test
    void table_saysWhatAReaderMustKnow() {
        Called called = Called.with("run", small());

        assertEquals(0, called.exitCode(), called::toString);
        assertEquals("", called.err());
        String told = withoutFigures(called.out());
        for (String line : List.of(
                "small.Small: Which of two caches serves a small load better?",
                "memwright.hardware.A#_#G, memwright.models.Llama#_#B, small.Load",
                " Whole Paged",
                "passed Paged.throughput >= #.# * Whole.throughput")) {
            assertTrue(told.contains(line.replace("#.#", "#")), () -> line + " is missing in\n" + told);
        }
        for (String row : List.of("throughput tokens/s", "ttft(p#) ", "peak(hbm) ", "energy ")) {
            assertTrue(told.lines().anyMatch(line -> line.startsWith(row)), () -> row + " is missing in\n" + told);
        }
        assertTrue(told.contains("times its bound of"), told);
        assertTrue(called.out().contains("*"), called::toString);
    }

    @Test
    void json_isTheSameForAnyNumberOfThreads() throws JsonFailure {
        Path file = small();
        Called one = Called.with("run", file, "--format", "json", "--threads", "1");
        Called two = Called.with("run", file, "--format", "json", "--threads", "2");

        assertEquals(0, one.exitCode(), one::toString);
        assertEquals(one.out(), two.out());
        ExperimentProfile profile = ProfileJson.read(one.out()).getFirst();
        assertEquals("small.Small", profile.name());
        assertTrue(profile.isComplete());
    }

    @Test
    void csv_hasALineForEachMeasure() {
        Called called = Called.with("run", small(), "--format", "csv");

        assertEquals(0, called.exitCode(), called::toString);
        assertTrue(
                called.out().startsWith("experiment,column,seed,outcome,metric,argument,value,unit,bound\n"),
                called::toString);
        assertEquals(
                2,
                called.out()
                        .lines()
                        .filter(line -> line.contains(",throughput,,"))
                        .filter(line -> line.startsWith("small.Small,"))
                        .count());
    }

    @Test
    void out_getsTheReports() throws ReportFailure {
        Path out = folder.resolve("made").resolve("report");
        Called called = Called.with("run", small(), "--out", out).without(folder);

        assertEquals(0, called.exitCode(), called::toString);
        assertEquals(
                "\nReport: DIR/made/report/report.html  (with profile.json, trace.json, junit.xml)\n", called.err());
        for (String file : List.of("report.html", "profile.json", "trace.json", "junit.xml")) {
            assertTrue(Files.isRegularFile(out.resolve(file)), file);
        }
        assertEquals("small.Small", ReportFiles.read(out).getFirst().name());
    }

    @Test
    void nothing_isWrittenUnlessAsked() throws IOException {
        Path file = small();
        Called.with("run", file);

        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void failedExpectation_endsWithThreeAndBothValues() {
        Path file = Called.write(folder.resolve("a.memw"), SMALL.replace(">= 0.5 *", ">= 50 *"));
        Called called = Called.with("run", file);

        assertEquals(3, called.exitCode(), called::toString);
        assertTrue(
                called.out()
                        .matches(
                                "(?s).*FAILED     Paged.throughput >= 50 \\* Whole.throughput\n +[0-9.]+ tokens/s >= [0-9]+"
                                        + " tokens/s\n.*"),
                called::toString);
    }

    @Test
    void designWithErrors_isNotRun() {
        Path file = Called.write(folder.resolve("a.memw"), SMALL.replace("on A100_40G", "on A100_40"));
        Called called = Called.with("run", file).without(folder);

        assertEquals(1, called.exitCode());
        assertEquals("", called.out());
        assertTrue(called.err().startsWith("DIR/a.memw:24:6: error UNKNOWN_NAME: "), called::toString);
    }

    @Test
    void errorElsewhere_mattersOnlyWhereItIsNeeded() {
        Path file = small();
        Called.write(
                folder.resolve("other.memw"), "package other\nmemory Broken for kv { store cache : kvv() in hbm }\n");
        assertEquals(0, Called.with("run", file).exitCode());
        assertEquals(1, Called.with("run", folder).exitCode());

        Called.write(file, SMALL.replace("compare Whole", "compare other.Broken"));
        Called called = Called.with("run", file).without(folder);
        assertEquals(1, called.exitCode());
        assertTrue(called.err().contains("DIR/other.memw:2:"), called::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --experiment Nothing  | --experiment Nothing: there is no such experiment; there are Small.
            --set size            | --set size: must be NAME=VALUE, such as --set budget=10% or --set H2O.budget=10%.
            --threads 0           | --threads is 0, must be at least 1.
            --workload gone.csv   | --workload gone.csv is not there; check the path.
            """)
    void wrongCall_endsWithTwo(String options, String expected) {
        String[] words = options.strip().split(" ", -1);
        Called called = Called.with("run", small(), words[0], words[1]);

        assertEquals(2, called.exitCode());
        assertEquals("", called.out());
        assertEquals("memwright: error: " + expected + "\n", called.err());
    }

    @Test
    void unknownFormat_namesThoseThereAre() {
        Called called = Called.with("run", small(), "--format", "xml");

        assertEquals(2, called.exitCode());
        assertEquals("memwright: error: --format is xml, must be table, json or csv.\n", called.err());
    }

    @Test
    void unknownSetting_suggestsTheNearest() {
        Called called = Called.with("run", small(), "--set", "sise=8 tokens");

        assertEquals(2, called.exitCode());
        assertTrue(
                called.err().startsWith("memwright: error UNKNOWN_SETTING: --set sise=8 tokens: "), called::toString);
        assertTrue(called.err().contains("Did you mean 'size'?"), called::toString);
    }

    @Test
    void setting_changesWhatRuns() throws JsonFailure {
        Called called =
                Called.with("run", small(), "--set", "Paged.size=32 tokens", "--set", "requests=7", "--format", "json");

        assertEquals(0, called.exitCode(), called::toString);
        ExperimentProfile profile = ProfileJson.read(called.out()).getFirst();
        assertEquals(
                "cache : pages(size: 32 tokens, table: block) in hbm",
                profile.runs().getLast().setup().stores().getFirst());
        assertEquals(
                7, profile.runs().getFirst().distribution("ttft").orElseThrow().size());
    }

    @Test
    void setting_goesToTheExperimentsThatHaveIt() {
        String other = """

                experiment Other { on A100_40G model Llama2_7B workload Load compare Whole measure throughput }
                """;
        Path file = Called.write(folder.resolve("a.memw"), SMALL + other);
        Called called = Called.with("run", file, "--set", "size=8 tokens");

        assertEquals(0, called.exitCode(), called::toString);
        assertTrue(called.out().contains("small.Small"), called::toString);
        assertTrue(called.out().contains("small.Other"), called::toString);
    }

    @Test
    void workloadFile_replacesTheDrawnRequests() throws JsonFailure {
        Path trace = Called.write(folder.resolve("t.jsonl"), """
                {"arrival_time_ns": 0, "input_toks": 100, "output_toks": 20}
                {"arrival_time_ns": 1000000000, "input_toks": 50, "output_toks": 10}
                """);
        Called called = Called.with("run", small(), "--workload", trace, "--format", "json");

        assertEquals(0, called.exitCode(), called::toString);
        assertEquals(
                2,
                ProfileJson.read(called.out())
                        .getFirst()
                        .runs()
                        .getFirst()
                        .distribution("ttft")
                        .orElseThrow()
                        .size());
    }

    @Test
    void brokenData_areAFailureWithTheirPlace() {
        Path trace = Called.write(folder.resolve("t.jsonl"), """
                {"arrival_time_ns": 0, "input_toks": 100, "output_toks": 20}
                {"arrival_time_ns": 1, "input_toks": -5, "output_toks": 10}
                """);
        Called called = Called.with("run", small(), "--workload", trace).without(folder);

        assertEquals(4, called.exitCode());
        assertTrue(called.out().contains("DIR/t.jsonl:2:"), called::toString);
        assertTrue(called.out().contains("undecided"), called::toString);
    }

    @Test
    void engineThatIsNotBuilt_saysWhichAre() {
        Path file = Called.write(folder.resolve("a.memw"), """
                memory A for placement { store scratch : scratchpad() in sram }
                experiment Try { compare A }
                """);
        Called called = Called.with("run", file);

        assertEquals(4, called.exitCode(), called::toString);
        assertTrue(called.err().contains("engine placement, which is not built yet"), called::toString);
        assertTrue(called.err().contains("Engines that run: "), called::toString);
        assertEquals("", called.out());
    }

    @Test
    void projectWithoutExperiment_saysSo() {
        Called.write(folder.resolve("a.memw"), "memory A for kv { store cache : kv() in hbm }\n");
        Called called = Called.with("run", folder).without(folder);

        assertEquals(2, called.exitCode());
        assertEquals(
                "memwright: error: there is no experiment in folder DIR. An experiment says what runs on what: experiment"
                        + " NAME { on ... compare ... }; memwright new makes a project with one.\n",
                called.err());
    }

    @Test
    void missingPath_isNamed() {
        Called called = Called.with("run", folder.resolve("nowhere")).without(folder);

        assertEquals(2, called.exitCode());
        assertEquals(
                "memwright: error FILE_MISSING: There is no file or folder 'DIR/nowhere'. Check the path.\n",
                called.err());
    }

    @Test
    void outThatIsAFile_isRefusedBeforeAnythingRuns() {
        Path file = small();
        Called called = Called.with("run", file, "--out", file).without(folder);

        assertEquals(2, called.exitCode());
        assertEquals("", called.out());
        assertEquals(
                "memwright: error: --out DIR/small.memw: DIR/small.memw is a file. Give a folder, there or to be made.\n",
                called.err());
        assertEquals(2, Called.with("run", file, "--out", file.resolve("below")).exitCode());
    }

    @Test
    void outThatCannotBeWritten_keepsTheTable() {
        Path nowhere = Path.of("/proc/memwright");
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs a folder that nobody may write to");
        Called called = Called.with("run", small(), "--out", nowhere);

        assertEquals(4, called.exitCode());
        assertTrue(called.err().contains("/proc"), called::toString);
    }

    @Test
    void newProject_runs() {
        Path made = folder.resolve("mine");
        Called.with("new", made);
        Called called = Called.with("run", made, "--strict");

        assertEquals(0, called.exitCode(), called::toString);
        assertTrue(called.out().contains("passed"), called::toString);
    }

    // ── stopping ────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void stopBeforeTheStart_runsNothing() {
        var interruption = new Interruption();
        interruption.ask();
        Called called = Called.in(interruption, false, "run", small());

        assertEquals(130, called.exitCode());
        assertTrue(called.out().contains("not run"), called::toString);
        assertEquals("memwright: stopped; what was done until then is above.\n", called.err());
    }

    @Test
    void stopOnTheWay_keepsWhatIsDone() throws ReportFailure {
        var interruption = new Interruption();
        var stopping = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void print(String text) {
                if (text.contains("of its time")) {
                    interruption.ask();
                }
            }
        };
        var out = new ByteArrayOutputStream();
        var terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                stopping,
                true,
                Paint.PLAIN,
                Paint.PLAIN,
                100,
                false);
        Path report = folder.resolve("report");

        int exitCode = new Main(terminal, interruption)
                .run("run", small().toString(), "--threads", "1", "--set", "requests=5000", "--out", report.toString());

        assertEquals(130, exitCode);
        String told = out.toString(StandardCharsets.UTF_8);
        assertTrue(told.contains("Whole was stopped after "), told);
        assertTrue(told.contains("undecided"), told);
        assertEquals(
                List.of(Outcome.PARTIAL, Outcome.SKIPPED),
                ReportFiles.read(report).getFirst().runs().stream()
                        .map(run -> run.outcome())
                        .toList());
    }

    // ── somebody watches ────────────────────────────────────────────────────────────────────────────────────

    @Test
    void progress_isDrawnForThoseWhoWatchAndTakenAway() {
        Called called = Called.in(new Interruption(), true, "run", small(), "--threads", "1");

        assertEquals(0, called.exitCode(), called::toString);
        List<String> drawn = called.err().lines().toList();
        assertTrue(drawn.stream().anyMatch(line -> line.contains("0/2 runs")), called::toString);
        assertEquals(2, drawn.stream().filter(line -> line.contains("done  ")).count(), called::toString);
        assertTrue(
                drawn.stream().anyMatch(line -> line.contains("Whole") && line.contains("tokens/s")), called::toString);
        assertTrue(drawn.getLast().contains("done  ") || drawn.getLast().equals("\u001b[2K"), called::toString);
        assertTrue(called.out().contains("\u001b[32m"), called::toString);
    }

    @Test
    void progress_isNothingForThoseWhoDoNot() {
        Called called = Called.with("run", small());

        assertEquals("", called.err());
        assertFalse(called.out().contains("\u001b"), called::toString);
    }
}
