/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.memwright.lang.issue.LangIssue;

/**
 * Whatever is typed is answered: no text makes a check throw, hang or fill the memory.
 *
 * <p>{@code -Dmemwright.mutations=100000} tries more texts, {@code -Dmemwright.seed=N} repeats a run.
 */
class MutationTest {
    private static final String[] BITS = {
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "|>",
        "<->",
        "->",
        "<=",
        "==",
        "+",
        "-",
        "*",
        "/",
        "%",
        ".",
        "\"",
        "\\",
        "/*",
        "*/",
        "//",
        "\n",
        " ",
        "^",
        "=",
        "1e999",
        "99999999999999999999",
        "0",
        "-1",
        "0.5",
        "2147483648",
        "GiB",
        "s",
        "B",
        "tokens",
        "TB/s",
        "hardware",
        "model",
        "memory",
        "workload",
        "task",
        "experiment",
        "extends",
        "use",
        "as",
        "in",
        "on",
        "at",
        "store",
        "keep",
        "param",
        "from",
        "vary",
        "compare",
        "expect",
        "\u0000",
        "\uD83D",
        "\u00e9",
        "gated",
        "import",
        "package",
        "step",
        "after",
        "uses",
        "serving",
        "split",
        "repeat",
        "seeds",
        "kv",
        "hbm",
        "min(",
        "((((((((",
        "{{{{",
        "----"
    };

    private static long property(String name, long otherwise) {
        String given = System.getProperty(name, "");
        return given.isEmpty() ? otherwise : Long.parseLong(given);
    }

    @Test
    void mutatedDesign_isAnswered() {
        long seed = property("memwright.seed", 20_261_122);
        long count = property("memwright.mutations", 2_000);
        Map<String, String> designs = new LinkedHashMap<>();
        for (String folder : List.of("golden", "snippets")) {
            Designs.of(folder).forEach(file -> designs.put(String.valueOf(file.getFileName()), Designs.text(file)));
        }
        List<String> names = List.copyOf(designs.keySet());
        for (long i = 0; i < count; i++) {
            var random = new SplittableRandom(seed + i);
            String name = names.get(random.nextInt(names.size()));
            String text = mutated(designs.get(name), random);
            String replay = "replay with -Dmemwright.seed=" + (seed + i) + " -Dmemwright.mutations=1\n" + text;
            Map<String, String> project = new LinkedHashMap<>();
            project.put("a100.memw", designs.get("a100.memw"));
            project.put("llama.memw", designs.get("llama.memw"));
            project.put(name, text);

            List<Finding> findings = assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> Project.of(Designs.LANGUAGE, Path.of("design"), project)
                            .findings(),
                    replay);

            for (Finding finding : findings) {
                assertFalse(finding.code().equals(LangIssue.CHECK_FAILED.code()), () -> finding + "\n" + replay);
                assertTrue(finding.line() >= 1 && finding.column() >= 1, () -> finding + "\n" + replay);
                assertTrue(
                        finding.offset() <= project.get(name).length()
                                || !finding.file().endsWith(name),
                        replay);
            }
            Project one = Designs.project(text);
            one.formatted(one.files().getFirst()).ifPresent(formatted -> {
                assertEquals(withoutSpace(text), withoutSpace(formatted), replay);
                assertEquals(formatted, Designs.formatted(formatted), replay);
            });
        }
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String mutated(String design, SplittableRandom random) {
        StringBuilder text = new StringBuilder(design);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, end(text, at + 1 + random.nextInt(20)));
                case 1 -> text.insert(at, BITS[random.nextInt(BITS.length)]);
                case 2 -> text.insert(at, text.substring(at, end(text, at + 1 + random.nextInt(200))));
                case 3 -> text.insert(at, (char) random.nextInt(0x250));
                case 4 -> {
                    int from = random.nextInt(text.length() + 1);
                    text.insert(at, text.substring(from, end(text, from + 1 + random.nextInt(60))));
                }
                default -> text.replace(at, end(text, at + 1 + random.nextInt(8)), BITS[random.nextInt(BITS.length)]);
            }
        }
        // a half of a character, which no file has, becomes a question mark
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static int end(StringBuilder text, int wanted) {
        return Math.min(text.length(), wanted);
    }

    /** Texts that nest as deep as they are long, each of them 100,000 characters and more. */
    private static Map<String, String> deep() {
        int many = 50_000;
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("parentheses", "memory M for kv { param a = " + "(".repeat(many) + "1" + ")".repeat(many) + " }");
        texts.put("open parentheses", "memory M for kv { param a = " + "(".repeat(many));
        texts.put("calls", "memory M for kv { param a = " + "f(".repeat(many) + "1" + ")".repeat(many) + " }");
        texts.put("minus signs", "memory M for kv { param a = " + "- ".repeat(many) + "1 }");
        texts.put("sums", "memory M for kv { param a = 1" + " + 1".repeat(many) + " }");
        texts.put("sums with units", "memory M for kv { param a = 1 GiB" + " + 1 GiB".repeat(many) + " }");
        texts.put("pipes", "memory M for kv { on full : f()" + " |> f()".repeat(many) + " }");
        texts.put("members", "memory M for kv { param a = a" + ".a".repeat(many) + " }");
        texts.put("steps", "task T { " + "step a { ".repeat(many) + "} ".repeat(many) + "}");
        texts.put("open steps", "task T { " + "step a { ".repeat(many));
        texts.put("brackets", "[".repeat(many) + "]".repeat(many));
        texts.put("quotes", "\"".repeat(many));
        texts.put("comments", "/*".repeat(many));
        texts.put("carets", "^".repeat(many));
        texts.put("long name", "model " + "a".repeat(many) + " { layers 1 }");
        texts.put("long number", "model M { layers " + "9".repeat(many) + " }");
        texts.put("long fraction", "model M { layers 0." + "9".repeat(many) + "e-" + "9".repeat(10) + " }");
        texts.put("qualified name", "import a" + ".a".repeat(many) + ".*");
        texts.put("list", "experiment E { measure a" + ", a".repeat(many) + " }");
        return texts;
    }

    @Test
    void deepOrLongDesign_isAnswered() {
        deep().forEach((name, text) -> {
            List<Finding> findings = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> Designs.project(text).findings(), name);
            assertTrue(
                    findings.stream().noneMatch(finding -> finding.code().equals(LangIssue.CHECK_FAILED.code())),
                    () -> name + ": " + findings.getFirst());
        });
    }

    @Test
    void chainOfParameters_isEvaluated() {
        StringBuilder text = new StringBuilder("memory M for kv {\n  param p0 = 5%\n");
        for (int i = 1; i < 5_000; i++) {
            text.append("  param p").append(i).append(" = p").append(i - 1).append(" / 1\n");
        }
        text.append("  store cache : kv() in hbm\n  keep cache : recent(p4999)\n}\n");

        List<Finding> findings =
                new ArrayList<>(Designs.project(text.toString()).findings());

        findings.removeIf(finding -> finding.code().equals(LangIssue.PARAMETERS_TOO_DEEP.code()));
        assertEquals("", Designs.lines(findings));
    }
}
