/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.lang.issue.LangIssue;
import org.memwright.model.Experiment;
import org.memwright.model.Memory;

class ProjectTest {
    private static final String MEMORY = "memory Full for kv { store cache : kv() in hbm }\n";

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Finding only(Project project) {
        assertEquals(1, project.findings().size(), () -> Designs.lines(project.findings()));
        return project.findings().getFirst();
    }

    @Test
    void folder_isReadWithAllDesignsUnderIt() throws IOException {
        write("b.memw", MEMORY);
        write("sub/a.memw", "package sub\n\n" + MEMORY);
        write(".hidden/c.memw", "nonsense");
        write("target/d.memw", "nonsense");
        write("e.txt", "nonsense");

        Project project = Project.load(Designs.LANGUAGE, folder);

        assertEquals(List.of(folder.resolve("b.memw"), folder.resolve("sub/a.memw")), project.files());
        assertEquals("", Designs.lines(project.findings()));
        assertEquals(2, project.declarations(Memory.class).size());
    }

    @Test
    void file_isCheckedWithTheFilesBesideIt() throws IOException {
        write("parts.memw", "package parts\n\n" + MEMORY);
        write("broken.memw", "nonsense");
        Path file = write("own.memw", "import parts.*\n\nmemory Own extends Full { param budget = 20% }\n");

        Project project = Project.load(Designs.LANGUAGE, file);

        assertEquals(folder, project.folder());
        assertEquals("", Designs.lines(project.findings(file)));
        assertEquals(1, project.findings().size());
    }

    @Test
    void missingFile_isAFinding() {
        Finding finding = only(Project.load(Designs.LANGUAGE, folder.resolve("no.memw")));

        assertEquals(LangIssue.FILE_MISSING.code(), finding.code());
        assertTrue(finding.message().contains("no.memw"), finding.message());
    }

    @Test
    void otherFile_isAFinding() throws IOException {
        Finding finding = only(Project.load(Designs.LANGUAGE, write("notes.txt", "notes")));

        assertEquals(LangIssue.NOT_A_DESIGN.code(), finding.code());
    }

    @Test
    void emptyFolder_isAFinding() {
        assertEquals(
                LangIssue.NO_DESIGNS.code(),
                only(Project.load(Designs.LANGUAGE, folder)).code());
    }

    @Test
    void emptyFile_isAProjectWithoutDeclarations() throws IOException {
        Path file = write("empty.memw", "");

        Project project = Project.load(Designs.LANGUAGE, file);

        assertEquals(List.of(), project.findings());
        assertEquals(List.of(), project.declarations(Experiment.class));
    }

    @Test
    void wrongEncoding_isAFindingAtItsByte() throws IOException {
        // "memory " is 7 bytes; the eighth, 0xE9, begins a character of three bytes that does not come.
        Path file = folder.resolve("latin1.memw");
        Files.write(file, "memory \u00e9t\u00e9 for kv { }".getBytes(StandardCharsets.ISO_8859_1));

        Finding finding = only(Project.load(Designs.LANGUAGE, file));

        assertEquals(LangIssue.FILE_NOT_UTF8.code(), finding.code());
        assertEquals(1, finding.line());
        assertEquals(8, finding.column());
        assertTrue(finding.message().contains("byte 8 (0xE9)"), finding.message());
    }

    @Test
    void cutOffCharacter_isAFinding() throws IOException {
        Path file = folder.resolve("cut.memw");
        byte[] whole = "// \u00e9".getBytes(StandardCharsets.UTF_8);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));

        assertEquals(
                LangIssue.FILE_NOT_UTF8.code(),
                only(Project.load(Designs.LANGUAGE, file)).code());
    }

    @Test
    void byteOrderMark_isNoPartOfTheText() throws IOException {
        Path file = write("bom.memw", "\uFEFF" + MEMORY);

        assertEquals(List.of(), Project.load(Designs.LANGUAGE, file).findings());
    }

    @Test
    void hugeFile_isAFinding() throws IOException {
        Path file = write("huge.memw", " ".repeat(Project.MOST_BYTES + 1));

        Finding finding = only(Project.load(Designs.LANGUAGE, file));

        assertEquals(LangIssue.FILE_TOO_LARGE.code(), finding.code());
        assertTrue(finding.message().contains("8 MiB"), finding.message());
    }

    @Test
    void folderNamedLikeADesign_isAFolder() throws IOException {
        write("x.memw/a.memw", MEMORY);

        Project project = Project.load(Designs.LANGUAGE, folder.resolve("x.memw"));

        assertEquals(List.of(folder.resolve("x.memw/a.memw")), project.files());
    }

    @Test
    void dataFile_isLookedForBesideTheDesign() throws IOException {
        String text = "workload Trace { requests from csv(\"data/t.csv\", arrival: a, prompt: b, output: c) }\n";
        Path file = write("w.memw", text);

        assertEquals(
                LangIssue.DATA_FILE_MISSING.code(),
                only(Project.load(Designs.LANGUAGE, file)).code());
        write("data/t.csv", "a,b,c\n");
        assertEquals(List.of(), Project.load(Designs.LANGUAGE, file).findings());
    }

    @Test
    void sameName_inTwoFilesOfAPackage_isReportedInBoth() {
        var project = Project.of(
                Designs.LANGUAGE, folder, Map.of("a.memw", "package p\n" + MEMORY, "b.memw", "package p\n" + MEMORY));

        assertEquals(2, project.findings().size());
        assertTrue(
                project.findings().stream().allMatch(f -> f.code().equals(LangIssue.DUPLICATE_NAME.code())),
                () -> Designs.lines(project.findings()));
    }

    @Test
    void sameName_inTwoPackages_isTwoThings() {
        var project = Project.of(
                Designs.LANGUAGE,
                folder,
                Map.of(
                        "a.memw", "package one\n\n" + MEMORY,
                        "b.memw", "package two\n\n" + MEMORY,
                        "c.memw", "memory Child extends two.Full { param budget = 20% }\n"));

        assertEquals("", Designs.lines(project.findings()));
    }

    @Test
    void name_importedFromTwoPackages_isAmbiguous() {
        var project = Project.of(
                Designs.LANGUAGE,
                folder,
                Map.of(
                        "a.memw", "package one\n\n" + MEMORY,
                        "b.memw", "package two\n\n" + MEMORY,
                        "c.memw", "import one.*\nimport two.*\n\nmemory Child extends Full { param budget = 20% }\n"));

        Finding finding = only(project);
        assertEquals(LangIssue.AMBIGUOUS_NAME.code(), finding.code());
        assertEquals(
                List.of("one.Full", "two.Full"),
                finding.data().stream().sorted().toList());
    }

    @Test
    void nearerName_hidesTheImportedOne() {
        String shape = "hidden 64  heads 8  ffn 64  vocab 100  context 64";
        var project = Project.of(
                Designs.LANGUAGE,
                folder,
                Map.of(
                        "a.memw",
                        "package p\n\nimport memwright.models.*\n\nmodel Child extends Llama2_7B { vocab 5 }\n",
                        "b.memw",
                        "package p\n\nmodel Llama2_7B { layers 1  " + shape + " }\n"));

        assertEquals("", Designs.lines(project.findings()));
        var child = project.declarations(org.memwright.model.Model.class).stream()
                .filter(model -> model.getName().equals("Child"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                folder.resolve("b.memw").toString(),
                child.getParent().eResource().getURI().toFileString());
    }

    @Test
    void qualifiedName_needsNoImport() {
        assertEquals(
                "", Designs.findings("q.memw", "model Child extends memwright.models.Llama2_7B { context 8192 }\n"));
    }

    @Test
    void twoThousandDeclarations_areChecked() {
        StringBuilder text = new StringBuilder("import memwright.hardware.*\nimport memwright.models.*\n\n");
        for (int i = 0; i < 500; i++) {
            text.append("memory M").append(i).append(" for kv { store cache : kv() in hbm }\n\n");
            text.append("model L").append(i).append(" extends Llama2_7B { context 8192 }\n\n");
            text.append("workload W").append(i).append(" { requests 100 }\n\n");
            text.append("experiment E")
                    .append(i)
                    .append(" {\n  on A100_80G\n  model L")
                    .append(i)
                    .append("\n  workload W");
            text.append(i).append("\n  compare M").append(499 - i).append("\n  measure throughput\n}\n\n");
        }

        assertEquals("", Designs.findings("big.memw", text.toString()));
    }
}
