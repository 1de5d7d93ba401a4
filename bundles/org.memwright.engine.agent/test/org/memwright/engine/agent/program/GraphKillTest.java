/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.engine.agent.item.Piece;

/** Graphs in a folder outlive their process, however it ends. */
final class GraphKillTest {
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    /** Statement i joins phrase i with phrase i + 1: a path. */
    static Piece statement(int i) {
        return KilledGraphWriter.piece(i, "phrase p" + i, "phrase p" + (i + 1));
    }

    private GraphMemory open() throws IOException {
        return GraphMemory.open(folder, "graph", "", false, new Unmetered());
    }

    @Test
    void killedProcess_losesNoAcknowledgedStatement() throws Exception {
        var random = new SplittableRandom(6);
        for (int kill = 0; kill < KILLS; kill++) {
            int acknowledged = writeUntilKilled(1 + random.nextInt(300));
            try (GraphMemory graph = open()) {
                assertTrue(
                        graph.storedItems() > acknowledged,
                        () -> "acknowledged up to " + acknowledged + ", found " + graph.storedItems());
                for (int i = 0; i <= acknowledged; i++) {
                    int node = graph.find("phrase p" + i);
                    assertEquals("phrase p" + i, graph.phrase(node));
                    assertTrue(graph.origins(node).contains(i));
                }
            }
        }
    }

    private int writeUntilKilled(int most) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledGraphWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int acknowledged = -1;
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            for (int i = 0; line != null; i++) {
                acknowledged = Integer.parseInt(line);
                if (i == most) {
                    process.toHandle().destroyForcibly();
                }
                line = said.readLine();
            }
        }
        process.waitFor();
        assertTrue(acknowledged >= 0);
        return acknowledged;
    }

    /** Weights, texts and walks are those of before: p0 - p1 - p2, with p0 - p1 told twice. */
    @Test
    void graph_comesBackAsItWas() throws IOException {
        double[] before;
        long bytes;
        List<GraphMemory.Edge> statements;
        try (GraphMemory graph = open()) {
            graph.add(statement(0));
            graph.add(statement(1));
            graph.add(KilledGraphWriter.piece(7, "phrase p0", "phrase p1"));
            before = graph.pagerank(new double[] {0, 1, 0}, 0.5, 1e-12);
            bytes = graph.storedBytes();
            statements = graph.statements(graph.find("phrase p1"));
            assertEquals(2, statements.size());
            assertThrows(IOException.class, this::open);
        }
        try (GraphMemory graph = open()) {
            assertEquals(3, graph.storedItems());
            assertEquals(3, graph.nodes());
            assertEquals(bytes, graph.storedBytes());
            assertEquals(statements, graph.statements(graph.find("phrase p1")));
            assertEquals(Set.of(0, 7), graph.origins(graph.find("phrase p0")));
            assertArrayEquals(before, graph.pagerank(new double[] {0, 1, 0}, 0.5, 1e-12));
            // from p1 two thirds of the walkers go to p0, one third to p2
            assertEquals(2, before[0] / before[2], 1e-9);
        }
    }
}
