/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime;

import java.nio.file.Path;

/** The folder for what may be computed or asked for again: embeddings, answers of language models. No result depends on it. */
public final class CacheFolder {
    private CacheFolder() {}

    /** The folder that the property memwright.cache names, or one in the user's home; it need not be there yet. */
    public static Path path() {
        String set = System.getProperty("memwright.cache", "");
        return set.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".cache", "memwright") : Path.of(set);
    }
}
