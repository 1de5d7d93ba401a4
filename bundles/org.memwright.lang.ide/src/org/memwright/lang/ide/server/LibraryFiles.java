/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies of files of the built-in library, for clients that can only open what is on disk. Read-only, and deleted at the end.
 *
 * <p>State: the copies made so far.
 */
final class LibraryFiles implements AutoCloseable {
    private final Map<URI, Path> copies = new HashMap<>();
    private @Nullable Path folder;

    /** The file on disk with the text of a file of the library. */
    Path copy(URI file) {
        return copies.computeIfAbsent(file, this::write);
    }

    /** Whether a path is one of the copies. */
    boolean contains(Path file) {
        return folder != null && file.startsWith(folder);
    }

    private Path write(URI file) {
        try (InputStream in = file.toURL().openStream()) {
            Path root = folder;
            if (root == null) {
                root = Files.createTempDirectory("memwright-library").toRealPath();
                folder = root;
            }
            String address = file.toString();
            Path copy = root.resolve(address.substring(address.lastIndexOf('/') + 1));
            Files.write(copy, in.readAllBytes());
            copy.toFile().setReadOnly(); // where it stays writable, what is written there changes nothing else
            return copy;
        } catch (IOException cause) {
            throw new UncheckedIOException("the library file " + file + " cannot be shown", cause);
        }
    }

    @Override
    public void close() {
        try {
            for (Path copy : copies.values()) {
                Files.deleteIfExists(copy);
            }
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException leftBehind) {
            System.err.println("memwright lsp: " + folder + " cannot be deleted: " + leftBehind.getMessage());
        }
    }
}
