/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.memwright.engine.kv.KvEngine;
import org.memwright.lang.Language;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.text.Location;
import org.memwright.runtime.Vocabulary;

/** A text with the place of a caret, which is written {@code ¦}, in a project of its own. */
public record Sample(Designs designs, Path file, String text, int caret) {
    /** Where the projects of tests would be on disk. */
    public static final Path FOLDER = Path.of("sample").toAbsolutePath();

    private static final Language LANGUAGE =
            new Language(new MemwrightIdeSetup(Vocabulary.load(KvEngine.class)).createInjectorAndDoEMFRegistration());

    /** The language with the words of the kv engine. */
    public static Language language() {
        return LANGUAGE;
    }

    /** One file. */
    public static Sample of(String marked) {
        return of(marked, Map.of());
    }

    /** A file and others beside it. */
    public static Sample of(String marked, Map<String, String> others) {
        int caret = Math.max(0, marked.indexOf('¦'));
        String text = marked.replace("¦", "");
        Map<String, String> texts = new LinkedHashMap<>(others);
        texts.put("here.memw", text);
        return new Sample(Designs.of(LANGUAGE, FOLDER, texts), FOLDER.resolve("here.memw"), text, caret);
    }

    /** The same as a workspace. */
    public Workspace workspace() {
        Map<String, String> texts = new LinkedHashMap<>();
        designs.files().forEach(each -> texts.put(each.getFileName().toString(), designs.text(each)));
        return Workspace.of(LANGUAGE, FOLDER, texts);
    }

    /** What stands at a place, with file and line: {@code here.memw:2:cache}. */
    public String at(Location location) {
        Path path = Path.of(location.file());
        String all = designs.text(path);
        long line = all.substring(0, location.span().offset())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return path.getFileName() + ":" + line + ":" + location.span().of(all);
    }

    /** The designs that come with the product and use the engines of these tests: a folder each. */
    public static List<Path> examples() {
        try (Stream<Path> folders = Files.list(root().resolve("examples"))) {
            return folders.filter(folder -> Files.isDirectory(folder) && !usesAnotherEngine(folder))
                    .sorted()
                    .toList();
        } catch (IOException cause) {
            throw new IllegalStateException("no examples in " + root(), cause);
        }
    }

    /** Its mechanisms are unknown here, for only the kv engine is on the class path of these tests. */
    private static boolean usesAnotherEngine(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".memw")).toList()) {
                String text = Files.readString(file);
                if (text.contains(" for agent ") || text.contains(" for task ")) {
                    return true;
                }
            }
            return false;
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read " + folder, cause);
        }
    }

    /** The folder of the built-in library. */
    public static Path catalog() {
        return root().resolve("bundles/org.memwright.catalog/src");
    }

    /** A folder of designs that the language is tested with: {@code golden}, {@code snippets} or {@code invalid}. */
    public static Path languageTests(String folder) {
        return root().resolve("bundles/org.memwright.lang/test/org/memwright/lang")
                .resolve(folder);
    }

    private static Path root() {
        return Path.of(System.getProperty("memwright.root", "../.."));
    }
}
