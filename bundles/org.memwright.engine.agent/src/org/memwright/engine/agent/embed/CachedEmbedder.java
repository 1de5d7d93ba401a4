/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.embed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the vectors of texts on disk, by the hash of the text, so that a second run need not compute them.
 *
 * <p>State: one file for each text, put in place in one step, so that processes may share the folder. A file that is damaged or cannot
 * be written costs time and nothing else. The model is made when the first vector is missing.
 */
public final class CachedEmbedder implements Embedder {
    private final Path folder;
    private final String name;
    private final int dimensions;
    private final Supplier<Embedder> maker;
    private final double weightBytes;
    private final MessageDigest digest;
    private @Nullable Embedder model;

    /**
     * @param cache folder of the caches of all models
     * @param name of the model
     * @param maker makes the model
     */
    public CachedEmbedder(Path cache, String name, int dimensions, double weightBytes, Supplier<Embedder> maker) {
        this.folder = cache.resolve("embeddings").resolve(name);
        this.name = name;
        this.dimensions = dimensions;
        this.weightBytes = weightBytes;
        this.maker = maker;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** all-MiniLM-L6-v2 with a cache. */
    public static CachedEmbedder miniLm(Path cache) {
        return new CachedEmbedder(
                cache, "minilm", MiniLmEmbedder.DIMENSIONS, MiniLmEmbedder.WEIGHT_BYTES, MiniLmEmbedder::new);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public float[] embed(String text) {
        String key = HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        Path file = folder.resolve(key.substring(0, 2)).resolve(key.substring(2));
        float[] known = read(file);
        if (known != null) {
            return known;
        }
        Embedder made = model;
        if (made == null) {
            made = maker.get();
            model = made;
        }
        float[] vector = made.embed(text);
        write(file, vector);
        return vector;
    }

    private float @Nullable [] read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != dimensions * Float.BYTES) {
                return null;
            }
            float[] vector = new float[dimensions];
            ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
            return vector;
        } catch (IOException missing) {
            return null;
        }
    }

    private static void write(Path file, float[] vector) {
        var bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "part", null);
            Files.write(part, bytes.array());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            // without a cache the next run computes it again
        }
    }

    @Override
    public double operations(String text) {
        return MiniLmEmbedder.operationsOf(text);
    }

    @Override
    public double weightBytes() {
        return weightBytes;
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
    }
}
