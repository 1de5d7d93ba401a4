/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds recorded data that are no part of the project: in the folder that {@code -Dmemwright.data} or the environment's
 * {@code MEMWRIGHT_DATA} names, otherwise in {@code ../shared/data} beside the project. A test that needs them is skipped where
 * they are not there, and says so.
 */
public final class RecordedData {
    private RecordedData() {}

    /** @param name of a file below the folder, such as {@code mooncake/synthetic_trace.jsonl} */
    public static Path file(String name) {
        Path file = folder().resolve(name).toAbsolutePath().normalize();
        Assumptions.assumeTrue(
                Files.isRegularFile(file),
                () -> "skipped: the recorded data " + file
                        + " are not here; name their folder with -Dmemwright.data or MEMWRIGHT_DATA");
        return file;
    }

    private static Path folder() {
        String named = System.getProperty("memwright.data", "");
        if (named.isEmpty()) {
            named = System.getenv().getOrDefault("MEMWRIGHT_DATA", "");
        }
        return named.isEmpty()
                ? Path.of(System.getProperty("memwright.root", ""), "..", "shared", "data")
                : Path.of(named);
    }
}
