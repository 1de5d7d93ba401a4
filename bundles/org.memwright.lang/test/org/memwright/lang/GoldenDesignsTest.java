/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.xtext.serializer.ISerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memwright.lang.issue.LangIssue;
import org.memwright.model.Module;

/** The examples that specify the language: they mean what they say, and stay as they are written. */
class GoldenDesignsTest {
    private static final List<String> ALLOWED =
            List.of(LangIssue.ENGINE_NOT_BUILT.code(), LangIssue.DATA_FILE_MISSING.code());

    static List<Path> golden() {
        return Designs.of("golden");
    }

    static List<Path> snippets() {
        return Designs.of("snippets");
    }

    static List<Path> all() {
        return Stream.concat(golden().stream(), snippets().stream()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void design_isValid(Path file) {
        Project project = Project.load(Designs.LANGUAGE, file);

        List<Finding> unexpected = project.findings(file).stream()
                .filter(finding -> !ALLOWED.contains(finding.code()))
                .toList();

        assertEquals("", Designs.lines(unexpected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void design_isSerialisedAsItWasWritten(Path file) {
        Module module = Project.load(Designs.LANGUAGE, file).module(file).orElseThrow();

        assertEquals(
                Designs.text(file), Designs.LANGUAGE.service(ISerializer.class).serialize(module));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void golden_isCanonical(Path file) {
        assertEquals(Designs.text(file), Designs.formatted(Designs.text(file)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void design_isFormattedToAFixedPoint(Path file) {
        String once = Designs.formatted(Designs.text(file));

        assertEquals(once, Designs.formatted(once));
    }
}
