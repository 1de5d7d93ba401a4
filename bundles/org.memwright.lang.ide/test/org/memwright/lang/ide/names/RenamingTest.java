/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memwright.lang.Finding;
import org.memwright.lang.ide.Sample;
import org.memwright.lang.ide.Workspace;
import org.memwright.lang.ide.names.Renaming.Refused;
import org.memwright.lang.ide.text.TextChange;

class RenamingTest {
    private static final String MODEL =
            "package small\nmodel Small { layers 1 hidden 64 heads 1 ffn 64 vocab 10 context 64 }\n";

    private static String renamed(Sample sample, String file, String name) throws Refused {
        Map<Path, List<TextChange>> changes = sample.workspace().rename(sample.file(), sample.caret(), name);
        Path path = Sample.FOLDER.resolve(file);
        return TextChange.apply(sample.designs().text(path), changes.getOrDefault(path, List.of()));
    }

    private static String refusal(Sample sample, String name) {
        return assertThrows(Refused.class, () -> renamed(sample, "here.memw", name))
                .getMessage();
    }

    @Test
    void rename_changesAllFiles() throws Refused {
        Map<String, String> others = Map.of("model.memw", MODEL);
        Sample sample = Sample.of("import small.Small\nmodel Large extends ¦Small { layers 2 }\n", others);
        assertEquals(
                "import small.Tiny\nmodel Large extends Tiny { layers 2 }\n", renamed(sample, "here.memw", "Tiny"));
        assertEquals(MODEL.replace("Small", "Tiny"), renamed(sample, "model.memw", "Tiny"));
    }

    @Test
    void rename_ofAParameter_keepsEveryResolvedName() throws Refused {
        Sample sample = Sample.of("""
                memory A for kv { param ¦n = 10 tokens store cache : kv() in hbm keep cache : recent(n + n) }
                memory Child extends A { param n = 20 tokens }
                experiment E { compare A(n: 5 tokens), Child vary A.n in 1 tokens, 2 tokens }
                """);
        assertEquals("""
                memory A for kv { param size = 10 tokens store cache : kv() in hbm keep cache : recent(size + size) }
                memory Child extends A { param size = 20 tokens }
                experiment E { compare A(size: 5 tokens), Child vary A.size in 1 tokens, 2 tokens }
                """, renamed(sample, "here.memw", "size"));
    }

    @Test
    void rename_ofATask_reachesItsWorkloads() throws Refused {
        Sample sample = Sample.of("task ¦Trip { step flight }\nworkload Few { task Trip }\n");
        assertEquals("task Tour { step flight }\nworkload Few { task Tour }\n", renamed(sample, "here.memw", "Tour"));
    }

    @Test
    void rename_toTheSameName_changesNothing() throws Refused {
        Sample sample = Sample.of("memory ¦A for kv { store cache : kv() in hbm }");
        assertEquals(Map.of(), sample.workspace().rename(sample.file(), sample.caret(), "A"));
    }

    @Test
    void rename_refusesWhatIsNoName() {
        Sample sample = Sample.of("memory ¦A for kv { store cache : kv() in hbm }");
        assertEquals(
                "'2x' is no name. A name is letters, digits and _, and starts with no digit.", refusal(sample, "2x"));
        assertEquals("'store' is a word of the language. Choose another name.", refusal(sample, "store"));
    }

    @Test
    void rename_refusesANameThatIsTaken() {
        Sample sample = Sample.of(
                "memory ¦A for kv { store cache : kv() in hbm }\nmemory Other for kv { store cache : kv() in hbm }\n");
        String refusal = refusal(sample, "Other");
        assertEquals("Renaming 'A' to 'Other' would be an error at line", refusal.substring(0, 49), refusal);
    }

    @Test
    void rename_refusesToCaptureAnotherName() {
        Sample sample = Sample.of("""
                memory M for agent {
                  param ¦limit = 5
                  store log : text() in dram
                  on recall(query) : log.recent(query, k: limit)
                }
                """);
        assertEquals(
                "Renaming 'limit' to 'query' would change what here.memw:4:43 means: 'limit' there would be the variable"
                        + " declared at here.memw:4:13. Choose another name.",
                refusal(sample, "query"));
    }

    @Test
    void rename_refusesTheLibrary() {
        Sample sample = Sample.of("experiment E { on memwright.hardware.¦A100_80G }");
        assertEquals(
                "'A100_80G' is declared in the built-in library (memwright.*), which cannot be changed. Declare one of your"
                        + " own that extends it.",
                refusal(sample, "Mine"));
    }

    @Test
    void rename_refusesATierThatOtherHardwareHasToo() {
        Sample sample = Sample.of("""
                hardware A { tier ¦hbm { capacity 1 GiB bandwidth 1 TB/s } }
                hardware Other { tier hbm { capacity 2 GiB bandwidth 1 TB/s } }
                memory M for kv { store cache : kv() in hbm }
                experiment E { on A compare M }
                experiment F { on Other compare M }
                """);
        assertEquals(
                "'hbm' at here.memw:3:41 names 2 things, of which only one would be renamed: hbm (here.memw:1:19), hbm"
                        + " (here.memw:2:23). Rename them one by one after that place names one of them.",
                refusal(sample, "mem"));
    }

    @Test
    void rename_ofNothing_saysWhatToDo() {
        assertEquals(
                "There is nothing here that can be renamed: put the caret on a name that a file declares.",
                refusal(Sample.of("memory A ¦for kv { store cache : kv() in hbm }"), "x"));
    }

    /** Every name that two examples declare gets another one and back; nothing else may change. */
    @Test
    void rename_thereAndBack_restoresTheExamples() throws Refused {
        for (Path folder : Sample.examples()) {
            if (!folder.endsWith("kv-shootout") && !folder.endsWith("trip")) {
                continue;
            }
            Workspace workspace = Workspace.open(Sample.language(), folder);
            Map<Path, String> before = texts(workspace);
            List<Finding> findings = findings(workspace);
            for (Path file : workspace.files()) {
                for (var token : workspace.tokens(file)) {
                    if (!token.declares()) {
                        continue;
                    }
                    String name = token.span().of(workspace.text(file));
                    int place = token.span().offset();
                    apply(workspace, workspace.rename(file, place, name + "_renamed"));
                    assertEquals(findings.size(), findings(workspace).size(), name + " of " + file);
                    int moved = workspace.text(file).indexOf(name + "_renamed", place);
                    apply(workspace, workspace.rename(file, moved, name));
                    assertEquals(before, texts(workspace), name + " of " + file);
                }
            }
        }
    }

    private static void apply(Workspace workspace, Map<Path, List<TextChange>> changes) {
        changes.forEach((file, each) -> workspace.change(file, TextChange.apply(workspace.text(file), each)));
    }

    private static Map<Path, String> texts(Workspace workspace) {
        return workspace.files().stream().collect(java.util.stream.Collectors.toMap(file -> file, workspace::text));
    }

    private static List<Finding> findings(Workspace workspace) {
        return workspace.files().stream()
                .flatMap(file -> workspace.findings(file).stream())
                .toList();
    }
}
