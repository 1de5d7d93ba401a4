/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every tree, every luck and every design; random trees by seed. */
final class LawsTest {
    private static final long SEED = Long.getLong("memwright.seed", 20_260_202L);

    private static final String DESIGNS = """
            memory Transcript for task { store log : text() on prompt : all(log) }
            memory Recent for task { store log : text() on prompt : recent(log, k: 4) on fail : skip(times: 2) }
            memory TME for task {
              store tree : tree()
              on prompt : path(active) |> with(siblings(summary)) |> with(dependencies())
              on done : summarise(step)
              on fail : rollback(to: parent)
            }
            memory HiAgent for task {
              store tree : tree()
              on prompt : path(active) |> with(siblings(full)) |> with(siblings(summary, of: path)) |> with(dependencies(summary))
              on done : summarise(step, sentences: 2), prune(below)
              on fail : retry(times: 2)
            }
            memory Tim for task {
              store tree : tree()
              on prompt : all(tree) |> with(dependencies(full))
              on done : prune(step)
              on fail : replace(reuse: finished)
            }
            """;
    private static final String COLUMNS = "Transcript, Recent, TME, HiAgent, Tim";

    @TempDir
    Path folder;

    /** A task of up to 14 steps; what a step waits for or uses is beside it and before it. */
    private static String task(SplittableRandom random) {
        int size = 2 + random.nextInt(13);
        List<List<Integer>> below = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            below.add(new ArrayList<>());
        }
        List<Integer> top = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            (i == 0 || random.nextInt(3) == 0 ? top : below.get(random.nextInt(i))).add(i);
        }
        var text = new StringBuilder("task T {\n  goal \"Try it\"\n");
        top.forEach(step -> write(text, step, top, below, random));
        return text.append("}\n").toString();
    }

    private static void write(
            StringBuilder text, int step, List<Integer> beside, List<List<Integer>> below, SplittableRandom random) {
        text.append("step s").append(step).append(" \"Do part ").append(step).append("\"");
        List<String> after = new ArrayList<>();
        List<String> uses = new ArrayList<>();
        for (int other : beside.subList(0, beside.indexOf(step))) {
            switch (random.nextInt(4)) {
                case 0 -> after.add("s" + other);
                case 1 -> uses.add("s" + other + ".o" + other);
                default -> {}
            }
        }
        text.append(after.isEmpty() ? "" : " after " + String.join(", ", after));
        text.append(uses.isEmpty() ? "" : " uses " + String.join(", ", uses));
        text.append(" {\n out o").append(step).append("\n");
        text.append(random.nextInt(3) == 0 ? " in i" + step + "\n" : "");
        below.get(step).forEach(child -> write(text, child, below.get(step), below, random));
        text.append("}\n");
    }

    @Test
    void laws_holdForEveryTree() throws Exception {
        var random = new SplittableRandom(SEED);
        for (int round = 0; round < 40; round++) {
            int failures = 10 * random.nextInt(5);
            String text = task(random) + DESIGNS + "workload Work { task T steps from scripted(failures: " + failures
                    + "%, output: 40 tokens) seed " + (1 + round) + " }\nexperiment E { workload Work compare "
                    + COLUMNS
                    + " measure saved }\n";
            String where = "seed " + SEED + ", round " + round + ":\n" + text;
            for (Map.Entry<String, Runs.Result> entry : Runs.run(folder, text).entrySet()) {
                String at = entry.getKey() + ", " + where;
                promptIsNeverLongerThanTheTranscript(entry.getValue(), at);
                treesThatTellDependenciesTellAllFacts(entry.getKey(), entry.getValue(), at);
                countsAgree(entry.getValue(), at);
                if (entry.getKey().equals("Tim")) {
                    reuseDoesNothingTwice(entry.getValue(), at);
                }
            }
        }
    }

    private static void promptIsNeverLongerThanTheTranscript(Runs.Result result, String at) {
        double[] prompts = result.distributions.get("prompt_tokens");
        double[] linear = result.distributions.get("linear_tokens");
        for (int i = 0; i < prompts.length; i++) {
            assertTrue(prompts[i] <= linear[i], prompts[i] + " > " + linear[i] + ", turn " + i + " of " + at);
        }
    }

    /** Whatever was summarised or pruned: outputs stay, so what is used is known. */
    private static void treesThatTellDependenciesTellAllFacts(String name, Runs.Result result, String at) {
        if (!name.equals("Recent")) {
            assertEquals(0, result.measure("needed(missing)"), at);
        }
    }

    /** A turn follows another of its step only where that failed: what is finished stays so in a new plan. */
    private static void reuseDoesNothingTwice(Runs.Result result, String at) {
        Set<String> done = new HashSet<>();
        for (String turn : result.turns) {
            String track = turn.substring(0, turn.indexOf(' '));
            assertTrue(!done.contains(track), track + " is done again in " + at);
            if (!turn.endsWith("failed")) {
                done.add(track);
            }
        }
    }

    private static void countsAgree(Runs.Result result, String at) {
        double turns = result.measure("turns");
        assertEquals(turns, result.turns.size(), at);
        assertEquals(
                result.measure("failures"),
                (double) result.turns.stream().filter(t -> t.endsWith("failed")).count(),
                at);
        double all = result.measure("steps(all)");
        double settled =
                result.measure("steps(done)") + result.measure("steps(failed)") + result.measure("steps(skipped)");
        assertEquals(all, settled, "every step ends: " + at);
        assertEquals(
                result.measure("retries"),
                turns
                        - result.turns.stream()
                                .filter(t -> t.contains(" attempt 1"))
                                .filter(t -> t.endsWith("attempt 1") || t.endsWith("attempt 1 failed"))
                                .count(),
                at);
        double sum = 0;
        for (double prompt : result.distributions.get("prompt_tokens")) {
            sum += prompt;
        }
        assertEquals(sum, result.measure("tokens(prompt)"), at);
        assertTrue(result.measure("saved") >= 0, at);
        assertTrue(result.measure("dropped") >= 0, at);
    }
}
