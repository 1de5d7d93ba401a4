/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.embed;

/** Turns texts into vectors of length 1, so that texts alike in meaning lie close together. */
public interface Embedder extends AutoCloseable {
    /** Name of the model, as the language writes it. */
    String name();

    int dimensions();

    /** The vector of a text; callers do not change it. */
    float[] embed(String text);

    /** Multiplications and additions, counted as two, that a text takes. */
    double operations(String text);

    /** Bytes of the model's weights, read for each text. */
    double weightBytes();

    @Override
    void close();
}
