/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How much of the evidence is recalled from real data: at least as much as the project promises, without a language model. Skipped
 * where the data are not there.
 */
final class EvidenceTest {
    private static Path folder(String name) {
        Optional<Path> data = Runs.data().map(d -> d.resolve(name));
        assumeTrue(
                data.isPresent() && data.get().toFile().isDirectory(),
                () -> "no data of " + name + ": set -Dmemwright.data or MEMWRIGHT_DATA to the folder that has it");
        return data.get();
    }

    /** Of 755 judged questions of four dialogues: any evidence among 5 for 0.70 of them, among 10 for 0.78. */
    @Test
    void recall_ofDialogues_reachesWhatIsPromised() throws Exception {
        Map<String, Runs.Result> results = Runs.run(folder("locomo"), """
                memory Bm25 for agent {
                  store turns : text()
                  on write(turn)   : turns.add(turn)
                  on recall(query) : turns.lexical(query, k: 10)
                }
                memory Hybrid for agent {
                  store turns : vectors(embed: minilm) in dram
                  on write(turn)   : turns.add(turn)
                  on recall(query) : turns.hybrid(query, dense: 50%) |> spread(reach: 2, decay: 40%) |> mentioned(by: 0.5) |> top(10)
                }
                workload Chats { dialogue from locomo(".") }
                experiment Evidence { workload Chats compare Bm25, Hybrid measure recall(5), recall(10) }
                """);
        Runs.Result hybrid = results.get("Hybrid");
        assertEquals(755, hybrid.measure("questions"));
        assertEquals(2080, hybrid.measure("writes"));
        assertTrue(hybrid.measure("recall(5)") >= 0.70, () -> "any@5 " + hybrid.measure("recall(5)"));
        assertTrue(hybrid.measure("recall(10)") >= 0.78, () -> "any@10 " + hybrid.measure("recall(10)"));
        Runs.Result bm25 = results.get("Bm25");
        assertEquals(0.575, bm25.measure("recall(5)"), 0.005);
        assertEquals(0.657, bm25.measure("recall(10)"), 0.005);
    }

    /** Of 100 questions over 1,890 passages: half of the evidence among 5 and more than two thirds among 10. */
    @Test
    void coverage_ofMultiHopQuestions_reachesWhatIsPromised() throws Exception {
        Runs.Result hippo = Runs.run(folder("musique"), """
                memory HippoRAG for agent {
                  store passages : text()
                  store graph    : triples(extract: openie) in dram
                  on write(passage) : passages.add(passage), graph.add(triples(passage)), graph.link(synonyms(threshold: 0.8))
                  on recall(query)  : entities(query) |> graph.pagerank(damping: 0.5) |> rank(passages, k: 10)
                }
                workload Wiki { documents from musique("musique_train.json") }
                experiment Hops { workload Wiki compare HippoRAG measure coverage(5), coverage(10) }
                """).get("HippoRAG");
        assertEquals(100, hippo.measure("questions"));
        assertEquals(1890, hippo.measure("writes"));
        assertTrue(hippo.measure("coverage(5)") >= 0.55, () -> "R@5 " + hippo.measure("coverage(5)"));
        assertTrue(hippo.measure("coverage(10)") >= 0.68, () -> "R@10 " + hippo.measure("coverage(10)"));
    }
}
