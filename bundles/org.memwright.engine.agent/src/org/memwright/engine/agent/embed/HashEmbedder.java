/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.embed;

import org.memwright.engine.agent.text.Analysis;

/**
 * Adds a fixed pseudo-random direction for each term of a text: texts that share terms lie close together. No model is needed.
 *
 * <p>Source: D. Achlioptas, <cite>Database-friendly Random Projections</cite>, 2003. Shape: 256 numbers. Cost: linear in the
 * terms.
 */
public final class HashEmbedder implements Embedder {
    private static final int DIMENSIONS = 256;

    private final Analysis analysis = new Analysis();

    @Override
    public String name() {
        return "hash";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        float[] vector = new float[DIMENSIONS];
        for (String term : analysis.terms(text)) {
            long state = 1469598103934665603L;
            for (int i = 0; i < term.length(); i++) {
                state = (state ^ term.charAt(i)) * 1099511628211L;
            }
            for (int i = 0; i < DIMENSIONS; i++) {
                state += 0x9E3779B97F4A7C15L;
                long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
                vector[i] += (mixed >>> 63) == 0 ? 1 : -1;
            }
        }
        return Vectors.normalise(vector);
    }

    @Override
    public double operations(String text) {
        return 2.0 * DIMENSIONS * Math.max(1, text.length() / 6.0);
    }

    @Override
    public double weightBytes() {
        return 0;
    }

    @Override
    public void close() {
        analysis.close();
    }
}
