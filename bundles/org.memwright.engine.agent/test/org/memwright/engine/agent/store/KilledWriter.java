/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

import java.nio.file.Path;
import java.util.List;
import org.memwright.engine.agent.item.Piece;

/** A process that writes until it is killed, and says on standard output what was acknowledged. */
final class KilledWriter {
    private KilledWriter() {}

    /** @param arguments the folder of the store */
    public static void main(String[] arguments) throws Exception {
        try (ItemStore store = ItemStore.open(Path.of(arguments[0]), KillTest.SETTINGS)) {
            for (int i = store.count(); ; i++) {
                store.add(new Piece("turn number n" + i, "Ann", i, i / 100, List.of(i), List.of()), 1, 0, null);
                if (i > 0) {
                    store.link(i, i - 1);
                }
                if (i % 50 == 49) {
                    store.checkpoint();
                }
                System.out.println(i);
                System.out.flush();
            }
        }
    }
}
