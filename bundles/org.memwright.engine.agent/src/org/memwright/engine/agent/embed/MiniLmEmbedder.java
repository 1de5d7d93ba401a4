/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.embed;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.memwright.engine.agent.text.LibraryLoader;

/**
 * The sentence embeddings all-MiniLM-L6-v2, 8-bit weights, in process.
 *
 * <p>Source: W. Wang et al., <cite>MiniLM: Deep Self-Attention Distillation</cite>, 2020; sentence-transformers
 * all-MiniLM-L6-v2. Shape: 384 numbers. Cost: 0.5 s to load; 22.7 million parameters for each token of a text.
 *
 * <p>Differs: weights are quantised, whose last digits may depend on the processor's instruction set.
 */
public final class MiniLmEmbedder implements Embedder {
    static final int DIMENSIONS = 384;
    /** Parameters of the six layers, which each token goes through; those of the embedding table are looked up. */
    private static final double LAYER_PARAMETERS = 10.6e6;

    static final double WEIGHT_BYTES = 22.7e6;
    private static final double CHARACTERS_PER_TOKEN = 4;

    private final ExecutorService thread;
    private final AllMiniLmL6V2QuantizedEmbeddingModel model;

    public MiniLmEmbedder() {
        thread = Executors.newSingleThreadExecutor(task -> {
            var worker = new Thread(task, "memwright-minilm");
            worker.setDaemon(true);
            worker.setContextClassLoader(new LibraryLoader(AllMiniLmL6V2QuantizedEmbeddingModel.class));
            return worker;
        });
        model = call(AllMiniLmL6V2QuantizedEmbeddingModel::new);
    }

    private <T> T call(java.util.concurrent.Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("embedding was interrupted", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the embedding model failed: " + failed.getCause(), failed);
        }
    }

    @Override
    public String name() {
        return "minilm";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        return call(() -> model.embed(text.isBlank() ? "." : text).content().vector());
    }

    @Override
    public double operations(String text) {
        return operationsOf(text);
    }

    static double operationsOf(String text) {
        return 2 * LAYER_PARAMETERS * Math.max(1, Math.ceil(text.length() / CHARACTERS_PER_TOKEN));
    }

    @Override
    public double weightBytes() {
        return WEIGHT_BYTES;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
