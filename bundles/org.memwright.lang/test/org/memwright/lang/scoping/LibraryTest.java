/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.scoping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memwright.catalog.Catalog;
import org.memwright.lang.Designs;
import org.memwright.lang.Project;
import org.memwright.model.Hardware;

class LibraryTest {
    private final Library library = new Library(Catalog.files());

    static List<URL> files() {
        return Catalog.files();
    }

    private static String text(URL file) {
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    @Test
    void declaration_isFoundByItsQualifiedName() {
        IEObjectDescription found = library.find(QualifiedName.create("memwright", "hardware", "A100_80G"));

        assertNotNull(found);
        assertEquals("Hardware", found.getEClass().getName());
        assertTrue(found.getUserData(Library.DOC).contains("A100"), () -> found.getUserData(Library.DOC));
        assertNull(library.find(QualifiedName.create("memwright", "hardware", "A100")));
        assertNull(library.find(QualifiedName.create("A100_80G")));
    }

    @Test
    void names_areThoseThatTheParserFinds() {
        for (URL file : files()) {
            Project project = Project.of(Designs.LANGUAGE, Path.of("library"), Map.of("x.memw", text(file)));
            List<String> parsed = project.modules().getFirst().getDeclarations().stream()
                    .map(declaration -> project.modules().getFirst().getName() + "." + declaration.getName())
                    .toList();
            List<String> scanned = library.declarations().stream()
                    .filter(each ->
                            each.getEObjectURI().trimFragment().toString().equals(file.toString()))
                    .map(each -> each.getName().toString())
                    .toList();

            assertEquals(parsed, scanned, file.toString());
        }
    }

    @Test
    void onlyFilesThatAreUsed_areParsed() {
        Project project = Designs.project("import memwright.hardware.*\n\nhardware Two { use A100_80G as card[2] }\n");
        assertEquals("", Designs.lines(project.findings()));

        Hardware used = project.declarations(Hardware.class).getFirst().getComponents().stream()
                .map(use -> ((org.memwright.model.Use) use).getHardware())
                .findFirst()
                .orElseThrow();

        assertEquals("A100_80G", used.getName());
        assertEquals(2, used.eResource().getResourceSet().getResources().size());
    }

    @ParameterizedTest
    @MethodSource("files")
    void file_isValidAndCanonical(URL file) {
        String text = text(file).replace("\r\n", "\n");

        // of the engines, these tests know kv alone; what the systems of the catalog say to theirs, their runs check
        List<String> findings = Designs.findings("library.memw", text)
                .lines()
                .filter(line -> !line.contains(" info ENGINE_NOT_BUILT: "))
                .toList();

        assertEquals(List.of(), findings);
        assertEquals(text, Designs.formatted(text));
    }
}
