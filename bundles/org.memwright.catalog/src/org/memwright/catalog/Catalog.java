/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lists the files of the built-in library.
 *
 * <p>A jar, a folder of classes and an OSGi bundle do not all let their entries be listed, so the names are in a resource,
 * {@code index.txt}, and only asked for by name.
 */
public final class Catalog {

    private static final String INDEX = "index.txt";

    private Catalog() {}

    /**
     * The files of the library, in the order of their paths.
     *
     * @throws UncheckedIOException where the index cannot be read
     */
    public static List<URL> files() {
        return read().lines().map(Catalog::resource).toList();
    }

    /** The files of published systems, in the order of their paths; what several of them share is among them. */
    public static List<URL> systems() {
        return read().lines()
                .filter(path -> path.startsWith("catalog/"))
                .map(Catalog::resource)
                .toList();
    }

    private static String read() {
        URL index = resource(INDEX);
        try (InputStream in = index.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(index.toString(), e);
        }
    }

    private static URL resource(String path) {
        URL found = Catalog.class.getResource(path);
        if (found == null) {
            throw new IllegalStateException("catalog: " + path + " is not beside " + Catalog.class.getName()
                    + ", must be: index.txt names every file of the library. Build the bundle again.");
        }
        return found;
    }
}
