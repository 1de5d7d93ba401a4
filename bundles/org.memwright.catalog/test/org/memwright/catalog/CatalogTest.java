/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final Path SOURCES =
            Path.of(System.getProperty("memwright.root"), "bundles/org.memwright.catalog/src/org/memwright/catalog");

    private static final Pattern DECLARATION = Pattern.compile("(?m)^(hardware|model) (\\w+)");

    @Test
    void files_areExactlyThoseOfTheFolder() throws IOException {
        List<String> inFolder;
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            inFolder = walk.filter(path -> path.toString().endsWith(".memw"))
                    .map(path -> SOURCES.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith("project/")) // what projects start from is not of the library
                    .sorted()
                    .toList();
        }

        assertEquals(inFolder, Catalog.files().stream().map(CatalogTest::path).toList());
    }

    @Test
    void files_declareThePackageOfTheirFolder() throws IOException {
        for (URL file : Catalog.files()) {
            String folder = path(file).split("/")[0];

            assertTrue(
                    text(file).lines().anyMatch(line -> line.equals("package memwright." + folder)),
                    () -> file + " does not declare package memwright." + folder);
        }
    }

    @Test
    void files_declareWhatTheLibraryPromises() throws IOException {
        assertEquals(
                Set.of(
                        "A100_40G",
                        "A100_80G",
                        "A100_80G_Measured",
                        "B200",
                        "CPU_2S",
                        "DGX_A100",
                        "DGX_H100",
                        "H100_SXM",
                        "H100_SXM_Measured",
                        "H200",
                        "HBM_PIM",
                        "L40S",
                        "M2_Ultra",
                        "MI300X",
                        "RTX4090",
                        "RTX4090_Measured",
                        "RTX_A6000",
                        "RTX_A6000_Measured",
                        "RTX_PRO_6000",
                        "RTX_PRO_6000_Measured",
                        "SmartSSD",
                        "TPU_v6e"),
                declared("hardware"));
        assertEquals(
                Set.of(
                        "GPT3_175B",
                        "Llama2_13B",
                        "Llama2_70B",
                        "Llama2_7B",
                        "Llama3_1_405B",
                        "Llama3_1_70B",
                        "Llama3_1_8B",
                        "Llama3_8B",
                        "Mistral_7B",
                        "Mixtral_8x7B",
                        "OPT_175B",
                        "OPT_30B",
                        "OPT_6_7B",
                        "Phi3_mini",
                        "Qwen3_30B_A3B",
                        "Qwen3_32B"),
                declared("model"));
    }

    @Test
    void files_saySomethingOfEveryDeclaration() throws IOException {
        for (URL file : Catalog.files()) {
            List<String> lines = text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (DECLARATION.matcher(lines.get(i)).lookingAt()) {
                    assertEquals(" */", lines.get(i - 1), file + ", line " + (i + 1) + ": no comment above");
                }
            }
        }
    }

    @Test
    void files_nameASourceForEveryTierLinkAndPrice() throws IOException {
        // In a hardware every member has its source in the comment above it; figures of a compute unit share one.
        for (URL file : Catalog.files()) {
            List<String> lines = text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).matches("  (tier|link|price|power) .*")) {
                    assertTrue(
                            lines.get(i - 1).startsWith("  // "),
                            file + ", line " + (i + 1) + ": no source above "
                                    + lines.get(i).strip());
                }
            }
        }
    }

    private static Set<String> declared(String kind) throws IOException {
        Set<String> names = new TreeSet<>();
        for (URL file : Catalog.files()) {
            names.addAll(DECLARATION
                    .matcher(text(file))
                    .results()
                    .filter(declaration -> declaration.group(1).equals(kind))
                    .map((MatchResult declaration) -> declaration.group(2))
                    .collect(Collectors.toSet()));
        }
        return names;
    }

    private static String path(URL file) {
        String path = file.getPath();
        return path.substring(path.indexOf("org/memwright/catalog/") + "org/memwright/catalog/".length());
    }

    private static String text(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
