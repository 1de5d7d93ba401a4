/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.nio.file.Path;
import java.util.List;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.item.Triple;

/** A process that writes statements until it is killed, and says on standard output what was acknowledged. */
final class KilledGraphWriter {
    private KilledGraphWriter() {}

    /** @param arguments the folder of the graph */
    public static void main(String[] arguments) throws Exception {
        try (GraphMemory graph = GraphMemory.open(Path.of(arguments[0]), "graph", "", false, new Unmetered())) {
            for (int i = (int) graph.storedItems(); ; i++) {
                graph.add(GraphKillTest.statement(i));
                System.out.println(i);
                System.out.flush();
            }
        }
    }

    static Piece piece(int number, String subject, String object) {
        return new Piece("", "", number, 0, List.of(number), List.of(new Triple(subject, "precedes", object)));
    }
}
