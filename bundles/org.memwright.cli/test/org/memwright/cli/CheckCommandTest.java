/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("memwright.root"), "examples");

    @TempDir
    private Path folder;

    @BeforeEach
    void realPath() throws IOException {
        folder = folder.toRealPath();
    }

    private Called check(String text) {
        Path file = Called.write(folder.resolve("bad.memw"), text);
        return Called.with("check", file).without(folder);
    }

    @Test
    void examples_haveNoError() {
        Called called = Called.with("check", EXAMPLES);

        assertEquals(0, called.exitCode(), called::toString);
        assertTrue(called.err().lines().noneMatch(line -> line.contains(": error ")), called::toString);
    }

    @Test
    void unknownName_marksItsPlace() {
        Called called = check("""
                import memwright.hardware.*
                import memwright.models.*

                workload Load { requests 10 prompt constant(100 tokens) output constant(10 tokens) }
                memory Full for kv { store cache : kv() in hbm }
                experiment Try {
                  on A100_80
                  model Llama2_7B
                  workload Load
                  compare Full
                  measure throughput
                }
                """);

        assertEquals(1, called.exitCode());
        assertEquals("1 error in 1 file\n", called.out());
        assertEquals("""
                DIR/bad.memw:7:6: error UNKNOWN_NAME: There is no hardware 'A100_80'. Did you mean 'A100_80G'?
                  7 |   on A100_80
                    |      ^~~~~~~
                """, called.err());
    }

    @Test
    void wordsOfAgent_areCheckedInTheirFormulas() {
        Called called = check("""
                memory Bank for agent {
                  store events : text() in dram
                  on write(turn)   : events.add(turn)
                  on recall(query) : event.lexical(query, k: 10)
                  keep events      : where(exp(-ages / (strength * 30 d)) > 0.05)
                }

                memory Odd for agent {
                  store events : text() in dram
                  on write(turn)   : events.add(turn)
                  on recall(query) : events.lexical(query, k: 10)
                  keep events      : where(age + strength > 3)
                }
                """);

        assertEquals(1, called.exitCode());
        assertEquals("3 errors in 1 file\n", called.out());
        assertEquals("""
                DIR/bad.memw:4:22: error STORE_UNKNOWN: There is no store 'event' in this memory. Did you mean 'events'? Stores are events.
                  4 |   on recall(query) : event.lexical(query, k: 10)
                    |                      ^~~~~
                DIR/bad.memw:5:33: error FORMULA_NAME: There is no 'ages' in a formula here. Did you mean 'age'? There is age, written, strength, recalls, importance, bytes.
                  5 |   keep events      : where(exp(-ages / (strength * 30 d)) > 0.05)
                    |                                 ^~~~
                DIR/bad.memw:12:28: error FORMULA_WRONG: 'age + strength > 3' is not a formula: in '(age + strength)' one side is time (such as 200 ms), the other plain number (without unit, such as 2, 0.2 or 20%). A formula is arithmetic of fields, numbers, exp, log, sqrt, min and max.
                  12 |   keep events      : where(age + strength > 3)
                     |                            ^~~~~~~~~~~~~~~~~~
                """, called.err());
    }

    @Test
    void tabs_keepTheMarkBelowItsPlace() {
        Called called = check("memory\tFull for kv {\n\tstore cache : kv() in hbm\n\tparam a = 1 GiB + 1 s\n}\n");

        assertEquals(1, called.exitCode());
        assertTrue(called.err().endsWith("""
                  3 |         param a = 1 GiB + 1 s
                    |                   ^~~~~~~~~~~
                """), called::toString);
    }

    @Test
    void planThatCannotBeMade_isAnErrorToo() {
        Called called = check("""
                import memwright.hardware.*
                import memwright.models.*
                workload Load { requests 10 prompt constant(100 tokens) output constant(10 tokens) }
                memory Full for kv { store cache : kv() in hbm }
                experiment Try {
                  on DGX_A100  split tensor 8, pipeline 2
                  model Llama2_7B
                  workload Load
                  compare Full
                  measure throughput
                }
                """);

        assertEquals(1, called.exitCode(), called::toString);
        assertTrue(called.err().contains("16 devices"), called::toString);
    }

    @Test
    void engineThatIsNotBuilt_isNoError() {
        Called called = check("memory Diary for sequence { store log : text() in dram }\n");

        assertEquals(0, called.exitCode(), called::toString);
    }

    @Test
    void missingPath_isNamed() {
        Called called = Called.with("check", folder.resolve("nowhere")).without(folder);

        assertEquals(2, called.exitCode());
        assertEquals("", called.out());
        assertEquals(
                "memwright: error FILE_MISSING: There is no file or folder 'DIR/nowhere'. Check the path.\n",
                called.err());
    }

    @Test
    void emptyFolder_hasNothingToCheck() {
        Called called = Called.with("check", folder).without(folder);

        assertEquals(2, called.exitCode());
        assertTrue(called.err().contains("There is no .memw file in 'DIR'."), called::toString);
    }

    @Test
    void otherFile_isNoDesign() {
        Called called =
                Called.with("check", Called.write(folder.resolve("a.txt"), "x")).without(folder);

        assertEquals(2, called.exitCode());
        assertTrue(called.err().contains("'DIR/a.txt' is not a design."), called::toString);
    }

    @Test
    void unreadableFile_isNamed() throws IOException {
        Path file = Files.write(folder.resolve("a.memw"), new byte[] {'m', (byte) 0xff, 'x'});
        Called called = Called.with("check", file).without(folder);

        assertEquals(1, called.exitCode());
        assertTrue(called.err().contains("FILE_NOT_UTF8"), called::toString);
    }

    @Test
    void otherFilesOfTheFolder_areAtHandAndNotChecked() {
        Called.write(folder.resolve("broken.memw"), "memory {");
        Called.write(folder.resolve("base.memw"), "memory Base for kv { store cache : kv() in hbm }\n");
        Path file = Called.write(folder.resolve("mine.memw"), "memory Mine extends Base { }\n");

        Called called = Called.with("check", file);
        assertEquals(0, called.exitCode(), called::toString);
        assertEquals("ok  1 file checked, nothing to complain about\n", called.out());
        assertEquals(1, Called.with("check", folder).exitCode());
    }

    @Test
    void severalPaths_areCheckedTogether() {
        Path good = Called.write(folder.resolve("good.memw"), "memory Good for kv { store cache : kv() in hbm }\n");
        Path bad = Called.write(folder.resolve("bad.memw"), "memory Bad for kv { store cache : kv( in hbm }\n");

        Called called = Called.with("check", good, bad, folder);
        assertEquals(1, called.exitCode());
        assertEquals(
                Set.of("1 error in 2 files"), Set.copyOf(called.out().lines().toList()), called::toString);
    }
}
