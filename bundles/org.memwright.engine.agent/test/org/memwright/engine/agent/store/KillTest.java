/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed loses nothing that it was told to have written. */
final class KillTest {
    static final ItemStore.Settings SETTINGS = new ItemStore.Settings(0, false, 0.9, 0.4);
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    @Test
    void killedProcess_losesNoAcknowledgedWrite() throws Exception {
        var random = new SplittableRandom(5);
        int acknowledged = -1;
        Set<Integer> linked = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledWriter.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int most = 1 + random.nextInt(400);
            try (var said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String line = said.readLine();
                for (int i = 0; line != null; i++) {
                    acknowledged = Integer.parseInt(line);
                    linked.add(acknowledged);
                    if (i == most) {
                        process.toHandle().destroyForcibly();
                    }
                    line = said.readLine();
                }
            }
            process.waitFor();
            try (ItemStore store = ItemStore.open(folder, SETTINGS)) {
                int last = acknowledged;
                assertTrue(store.count() > last, () -> "acknowledged up to " + last + ", found " + store.count());
                for (int i = 0; i < store.count(); i++) {
                    assertEquals("turn number n" + i, store.piece(i).text());
                }
                // one that was written but not acknowledged may have been killed before its link
                for (int i : linked) {
                    assertTrue(i == 0 || store.links(i)[0] == i - 1, () -> "link of " + i);
                }
                assertEquals(1, store.lexical("n" + acknowledged, 3).count());
                assertEquals(
                        store.count(),
                        store.lexical("number", Integer.MAX_VALUE).count());
            }
        }
        assertTrue(acknowledged > 0);
    }
}
