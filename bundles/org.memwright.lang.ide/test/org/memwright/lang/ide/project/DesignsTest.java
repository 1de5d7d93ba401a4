/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.lang.Finding;
import org.memwright.lang.ide.Sample;
import org.memwright.model.Memory;

class DesignsTest {
    private static final Path BASE = Sample.FOLDER.resolve("base.memw");
    private static final Path CHILD = Sample.FOLDER.resolve("child.memw");

    private final Designs designs = Designs.of(
            Sample.language(),
            Sample.FOLDER,
            Map.of(
                    "base.memw", "memory Base for kv { store cache : kv() in hbm }\n",
                    "child.memw", "memory Child extends Base { keep cache : recent(8 tokens) }\n"));

    private Memory child() {
        return designs.declarations(Memory.class).stream()
                .filter(memory -> "Child".equals(memory.getName()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> codes(Path file) {
        return designs.findings(file).stream()
                .filter(Finding::isError)
                .map(Finding::code)
                .toList();
    }

    @Test
    void change_linksTheOtherFilesAgain() {
        Memory before = child();
        assertEquals("Base", before.getParent().getName());
        designs.change(BASE, "memory First for kv { store x : kv() in hbm }\n" + designs.text(BASE));
        assertSame(before, child(), "a file that did not change is not parsed again");
        assertEquals("Base", child().getParent().getName(), "not the declaration that is now first");
        assertEquals(List.of(), codes(CHILD));
        designs.change(BASE, designs.text(BASE).replace("Base", "Other"));
        assertEquals(List.of("UNKNOWN_NAME", "UNKNOWN_NAME"), codes(CHILD), "neither Base nor its store");
        designs.change(BASE, designs.text(BASE).replace("Other", "Base"));
        assertEquals(List.of(), codes(CHILD));
    }

    @Test
    void addedAndRemovedFiles_countForTheOthers() {
        designs.remove(BASE);
        assertFalse(designs.contains(BASE));
        assertTrue(codes(CHILD).contains("UNKNOWN_NAME"));
        designs.change(Sample.FOLDER.resolve("new.memw"), "memory Base for kv { store cache : kv() in hbm }");
        assertEquals(List.of(), codes(CHILD));
        assertThrows(IllegalArgumentException.class, () -> designs.text(BASE));
    }

    @Test
    void change_equalsLoadingTheNewText() {
        for (String text : List.of(
                "",
                "memory",
                "memory Base for kv { store cache : kv() in",
                "package a\n",
                "\uFEFF /* ",
                "memory Base for kv { store cache : kv() in hbm }")) {
            designs.change(BASE, text);
            Designs fresh = Designs.of(
                    Sample.language(), Sample.FOLDER, Map.of("base.memw", text, "child.memw", designs.text(CHILD)));
            assertEquals(fresh.findings(BASE), designs.findings(BASE), text);
            assertEquals(fresh.findings(CHILD), designs.findings(CHILD), text);
        }
    }

    @Test
    void load_keepsWhatCannotBeRead(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("latin.memw"), "// caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("good.memw"), "package good\n");
        Designs loaded = Designs.load(Sample.language(), folder);
        Path bad = folder.toAbsolutePath().normalize().resolve("latin.memw");
        assertEquals(2, loaded.filesWithFindings().size());
        assertEquals("FILE_NOT_UTF8", loaded.findings(bad).getFirst().code());
        loaded.change(bad, "package mended");
        assertEquals(List.of(), loaded.findings(bad));
    }

    @Test
    void load_ofAFolderWithoutDesigns_isEmpty(@TempDir Path folder) {
        assertEquals(List.of(), Designs.load(Sample.language(), folder).filesWithFindings());
        assertEquals(
                List.of(),
                Designs.load(Sample.language(), folder.resolve("not-there")).filesWithFindings());
    }
}
