/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.lang.ide.Sample;
import org.memwright.lang.ide.Workspace;

class FormattingTest {
    private static final String UNTIDY =
            "memory A   for kv {store cache:kv( )in hbm}\n\n\n\n\nmemory C   for kv {store cache:kv( )in hbm}\n";

    @Test
    void format_bringsAFileIntoForm_andChangesNothingMore() {
        Sample sample = Sample.of(UNTIDY);
        Workspace workspace = sample.workspace();
        String once = TextChange.apply(UNTIDY, workspace.format(sample.file()));
        assertEquals(
                "memory A for kv { store cache : kv() in hbm }\n\nmemory C for kv { store cache : kv() in hbm }\n",
                once);
        workspace.change(sample.file(), once);
        assertEquals(List.of(), workspace.format(sample.file()));
    }

    @Test
    void format_ofARange_leavesTheRest() {
        Sample sample = Sample.of(UNTIDY);
        int second = UNTIDY.indexOf("memory C");
        List<TextChange> changes = sample.workspace().format(sample.file(), Span.between(second, UNTIDY.length()));
        assertFalse(changes.isEmpty());
        String after = TextChange.apply(UNTIDY, changes);
        assertEquals(
                UNTIDY.substring(0, second).stripTrailing(),
                after.substring(0, after.indexOf("memory C")).stripTrailing());
        assertEquals("memory C for kv { store cache : kv() in hbm }\n", after.substring(after.indexOf("memory C")));
    }

    @Test
    void format_ofBrokenText_changesNothing() {
        Sample sample = Sample.of("memory   A {");
        assertEquals(List.of(), sample.workspace().format(sample.file()));
    }

    @Test
    void format_agreesWithTheLanguage_onEveryExample() {
        for (Path folder : Sample.examples()) {
            Workspace workspace = Workspace.open(Sample.language(), folder);
            for (Path file : workspace.files()) {
                String text = workspace.text(file);
                assertEquals(text, TextChange.apply(text, workspace.format(file)), file + " is in canonical form");
            }
        }
    }
}
