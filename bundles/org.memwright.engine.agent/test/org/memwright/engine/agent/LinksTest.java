/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.runtime.RunFailure;

/** Links, walks over them, and what is given up or held back. */
final class LinksTest {
    @TempDir
    Path folder;

    /** The second paragraph says Marguerite's town, and shares no word with the question but her name with the first. */
    @BeforeEach
    void write() throws Exception {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("a.txt"), """
                Pottery lessons are given by Marguerite.

                A soup of leeks keeps for days.

                Since spring Marguerite lives in Alençon.

                The printer needs paper.
                """);
        Files.writeString(notes.resolve("questions.txt"), "? Where does the pottery teacher stay? = a.txt:3\n");
    }

    private Runs.Result run(String memory) throws RunFailure {
        return Runs.run(folder, memory + """

                workload Notes { documents from folder("notes") }
                experiment Try { workload Notes compare M measure recall(5) }
                """).get("M");
    }

    @Test
    void walk_findsWhatSharesAName() throws Exception {
        String memory = """
                memory M for agent {
                  store notes : text()
                  on write(note)   : notes.add(note), notes.link(shared())
                  on recall(query) : notes.lexical(query, k: 1)%s
                }""";
        assertEquals(0, run(memory.replace("%s", "")).measure("recall(5)"));
        Runs.Result walked = run(memory.replace("%s", " |> walk(hops: 1)"));
        assertEquals(1, walked.measure("recall(5)"));
        assertEquals(0.5, walked.measure("mrr"));
    }

    @Test
    void nearest_linksByMeaning() throws Exception {
        Runs.Result result = run("""
                memory M for agent {
                  store notes : vectors(embed: hash) in dram
                  on write(note)   : notes.add(note), notes.link(nearest(k: 1, threshold: 10%))
                  on recall(query) : notes.lexical(query, k: 1) |> walk(hops: 1)
                }""");
        assertEquals(1, result.measure("recall(5)"));
    }

    @Test
    void pagerank_walksFromNamesByPatterns() throws Exception {
        Files.writeString(folder.resolve("notes/questions.txt"), "? Where does Marguerite live? = a.txt:3\n");
        Runs.Result result = run("""
                memory M for agent {
                  store notes : text()
                  store graph : triples(extract: patterns)
                  on write(note)   : notes.add(note), graph.add(triples(note))
                  on recall(query) : entities(query) |> graph.pagerank(damping: 0.5) |> rank(notes, k: 1)
                }""");
        assertEquals(1, result.measure("recall(1)"));
        assertTrue(result.log().stream().anyMatch(l -> l.contains("by patterns")));
    }

    @Test
    void move_keepsWhatIsGivenUp() throws Exception {
        Runs.Result result = run("""
                memory M for agent {
                  store hot     : text()
                  store archive : text()
                  on write(note)   : hot.add(note)
                  on recall(query) : hot.lexical("Alençon", k: 1) |> with(archive.lexical("Alençon", k: 1))
                  keep hot at write : recent(1) else move(to: archive)
                }""");
        assertEquals(4, result.measure("stored(items)"));
        assertEquals(3, result.measure("forgotten"));
        assertEquals(1, result.measure("recall(1)"));
    }

    @Test
    void abstain_givesNothingForABadFit() throws Exception {
        String memory = """
                memory M for agent {
                  store notes : text()
                  on write(note)   : notes.add(note)
                  on recall(query) : notes.lexical(query, k: 3) |> abstain(below: %s)
                }""";
        assertEquals(1, run(memory.replace("%s", "100")).measure("abstained"));
        assertEquals(0, run(memory.replace("%s", "0.01")).measure("abstained"));
    }
}
