/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.fixes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memwright.lang.Finding;
import org.memwright.lang.ide.Sample;
import org.memwright.lang.ide.Workspace;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.ide.text.TextChange;

class FixesTest {
    private static final String MACHINE = """
            package machines
            hardware Box {
              compute gpu { peak fp16 312 TFLOP/s }
              tier hbm on gpu { capacity 80 GiB bandwidth 2 TB/s }
            }
            """;

    /** The text after the fix of that title, of which one finding must be gone. */
    private static String mended(String text, String title) {
        Sample sample = Sample.of(text, Map.of("machine.memw", MACHINE));
        Workspace workspace = sample.workspace();
        List<Finding> before = workspace.findings(sample.file());
        List<Fix> fixes = workspace.fixes(sample.file(), new Span(0, text.length()));
        Fix fix = fixes.stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("'" + title + "' is not in "
                        + fixes.stream().map(Fix::title).toList() + " for " + before));
        fix.changes()
                .forEach((file, changes) -> workspace.change(file, TextChange.apply(workspace.text(file), changes)));
        List<Finding> after = workspace.findings(sample.file());
        assertTrue(
                after.stream()
                        .noneMatch(each -> each.code().equals(fix.finding().code())
                                && each.message().equals(fix.finding().message())),
                () -> fix.finding() + " is still there");
        assertTrue(after.size() < before.size() || !after.equals(before), "something changed");
        return workspace.text(sample.file());
    }

    @Test
    void unknownWords_becomeTheNearest() {
        assertEquals(
                "memory A for kv { store cache : kv() in hbm }",
                mended("memory A for kw { store cache : kv() in hbm }", "Change 'kw' to 'kv'"));
        assertEquals(
                "memory A for kv { store cache : pages() in hbm }",
                mended("memory A for kv { store cache : pagse() in hbm }", "Change 'pagse' to 'pages'"));
        assertEquals(
                "memory A for kv { store cache : pages(size: 16 tokens) in hbm }",
                mended("memory A for kv { store cache : pages(sise: 16 tokens) in hbm }", "Change 'sise' to 'size'"));
        assertEquals(
                "memory A for kv { store cache : kv() in hbm keep cache : recent(8 tokens) }",
                mended(
                        "memory A for kv { store cache : kv() in hbm keep cahce : recent(8 tokens) }",
                        "Change 'cahce' to 'cache'"));
        assertEquals(
                "memory A for kv { store cache : kv() in hbm on full : preempt() }",
                mended("memory A for kv { store cache : kv() in hbm on ful : preempt() }", "Change 'ful' to 'full'"));
        assertEquals(
                "hardware A { tier hbm { capacity 1 GiB bandwidth 1 TB/s latency 1 ns } }",
                mended(
                        "hardware A { tier hbm { capacity 1 GiB bandwidth 1 TB/s latncy 1 ns } }",
                        "Change 'latncy' to 'latency'"));
        assertEquals(
                "model Large extends memwright.models.Llama2_7B { layers 40 }",
                mended(
                        "model Large extends memwright.models.Lama2_7B { layers 40 }",
                        "Change 'memwright.models.Lama2_7B' to 'memwright.models.Llama2_7B'"));
    }

    @Test
    void aNameOfAnotherPackage_isImported_orWrittenInFull() {
        String text =
                "package design\nmemory A for kv { store cache : kv() in hbm }\nexperiment E { on Box compare A }\n";
        assertEquals(
                text.replace("package design\n", "package design\n\nimport machines.*\n"),
                mended(text, "Add 'import machines.*'"));
        assertEquals(text.replace("on Box", "on machines.Box"), mended(text, "Write 'machines.Box'"));
    }

    @Test
    void aTierThatIsNotThere_isChangedInTheMemory() {
        String text = """
                import machines.*
                memory A for kv { store cache : kv() in hmb }
                experiment E { on Box compare A }
                """;
        assertEquals(text.replace("hmb", "hbm"), mended(text, "Place 'cache' in 'hbm'"));
    }

    @Test
    void aWrongUnit_becomesOneOfTheDimension() {
        String text = "hardware A { tier hbm { capacity 80 ms bandwidth 1 TB/s } }";
        assertEquals(text.replace("80 ms", "80 GiB"), mended(text, "Write 80 GiB"));
        String rate = "hardware A { tier hbm { capacity 80 GiB bandwidth 2 TB } }";
        assertEquals(rate.replace("2 TB", "2 TB/s"), mended(rate, "Write 2 TB/s"));
        String page = "memory A for kv { store cache : virtual(page: 2 tokens) in hbm }";
        assertEquals(page.replace("2 tokens", "2 MiB"), mended(page, "Write 2 MiB"));
    }

    @Test
    void aValueOutOfRange_becomesTheNearestAllowed() {
        String text = "memory A for kv { store cache : pages(size: 0 tokens) in hbm }";
        assertEquals(text.replace("0 tokens", "1 tokens"), mended(text, "Write 1 tokens"));
    }

    @Test
    void whatIsTwice_isRemoved() {
        assertEquals(
                "hardware A { tier hbm { capacity 1 GiB bandwidth 1 TB/s } }",
                mended(
                        "hardware A { tier hbm { capacity 1 GiB bandwidth 1 TB/s capacity 2 GiB } }",
                        "Remove this 'capacity 2 GiB'"));
        assertEquals(
                "memory A for kv { store cache : pages(size: 16 tokens) in hbm }",
                mended(
                        "memory A for kv { store cache : pages(size: 16 tokens, size: 8 tokens) in hbm }",
                        "Remove 'size: 8 tokens'"));
        assertEquals(
                "memory A for kv {\n  store cache : kv() in hbm\n  on full : preempt()\n}\n",
                mended(
                        "memory A for kv {\n  store cache : kv() in hbm\n  on full : preempt()\n  on full : preempt(swap)\n}\n",
                        "Remove this rule for 'on full : preempt(swap)'"));
    }

    @Test
    void twoOfOneName_areToldApart() {
        String text = "model Small { layers 1 hidden 64 heads 1 ffn 64 vocab 10 context 64 }\n";
        assertEquals(text + text.replace("Small", "Small_2"), mended(text + text, "Rename this one to 'Small_2'"));
        String columns = "memory A for kv { store cache : kv() in hbm }\nexperiment E { compare A, A }";
        assertEquals(columns.replace("A, A", "A, A as A_2"), mended(columns, "Name this column 'A_2'"));
    }

    @Test
    void whatIsMissing_isAdded() {
        assertEquals(
                "memory A for kv { store cache : kv() in hbm }",
                mended("memory A { store cache : kv() in hbm }", "Add 'for kv'"));
        assertEquals(
                "hardware A { tier hbm { bandwidth 1 TB/s  capacity 80 GiB } }",
                mended("hardware A { tier hbm { bandwidth 1 TB/s } }", "Add 'capacity 80 GiB'"));
        assertEquals(
                "hardware A {\n  tier hbm {\n    capacity 1 GiB\n    bandwidth 2 TB/s\n  }\n}\n",
                mended("hardware A {\n  tier hbm {\n    capacity 1 GiB\n  }\n}\n", "Add 'bandwidth 2 TB/s'"));
        assertEquals(
                "memory A for kv { store cache : kv() in hbm keep cache : recent(tokens: 1024 tokens) }",
                mended(
                        "memory A for kv { store cache : kv() in hbm keep cache : recent() }",
                        "Add 'tokens: 1024 tokens'"));
    }

    @Test
    void syntax_isMended() {
        assertEquals(
                "memory A for kv { store cache : kv() in hbm\n}\n",
                mended("memory A for kv { store cache : kv() in hbm", "Add '}' at the end"));
        assertEquals(
                "task Trip { goal \"Kyoto }\"\n",
                mended("task Trip { goal \"Kyoto }\n", "Add '\"' at the end of the line"));
        assertEquals(
                "memory ^store for kv { store cache : kv() in hbm }",
                mended("memory store for kv { store cache : kv() in hbm }", "Write '^store'"));
    }

    /** What the language's own tests refuse: whichever fix one takes, what it mends is gone, and the file parses no worse. */
    @Test
    void everyFix_ofEveryInvalidDesign_mendsItsFinding() throws IOException {
        Set<String> mended = new TreeSet<>();
        List<Path> invalid;
        try (Stream<Path> files = Files.list(Sample.languageTests("invalid"))) {
            invalid = files.filter(file -> file.toString().endsWith(".memw"))
                    .sorted()
                    .toList();
        }
        for (Path each : invalid) {
            String text = Files.readString(each);
            Workspace before = Sample.of(text).workspace();
            Path file = Sample.FOLDER.resolve("here.memw");
            for (Finding finding : before.findings(file)) {
                for (Fix fix : before.fixes(file, finding)) {
                    Workspace after = Sample.of(text).workspace();
                    fix.changes()
                            .forEach(
                                    (path, changes) -> after.change(path, TextChange.apply(after.text(path), changes)));
                    assertTrue(
                            count(after, file, finding) < count(before, file, finding),
                            () -> each.getFileName() + ": '" + fix.title() + "' does not mend " + finding + "\n"
                                    + after.text(file) + "\n" + after.findings(file));
                    mended.add(finding.code());
                }
            }
        }
        assertTrue(mended.size() >= 40, "kinds of findings with a fix: " + mended);
    }

    private static long count(Workspace workspace, Path file, Finding finding) {
        return workspace.findings(file).stream()
                .filter(each ->
                        each.code().equals(finding.code()) && each.message().equals(finding.message()))
                .count();
    }

    @Test
    void fixes_areThoseOfTheFindingsAtAPlace() {
        String text = "hardware A { tier hbm { capacity 80 ms bandwidth 1 TB } }";
        Workspace workspace = Sample.of(text).workspace();
        List<Fix> here = workspace.fixes(Sample.FOLDER.resolve("here.memw"), new Span(text.indexOf("ms"), 0));
        assertTrue(
                !here.isEmpty() && here.stream().allMatch(fix -> fix.title().startsWith("Write 80 ")), here.toString());
        assertEquals(List.of(), workspace.fixes(Sample.FOLDER.resolve("here.memw"), new Span(2, 0)));
    }
}
