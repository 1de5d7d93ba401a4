/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.weights;

import org.memwright.engine.agent.embed.Embedder;
import org.memwright.engine.agent.embed.Vectors;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Operation;
import org.memwright.engine.agent.program.Services;

/** A square matrix of weights. Shape: [dimensions, dimensions]. */
public final class WeightMemory implements Memory {
    private final String name;
    private final String tier;
    private final Embedder embedder;
    private final double rate;
    private final Services services;
    private final float[] weights;
    private final int dimensions;
    private long lessons;

    WeightMemory(String name, String tier, Embedder embedder, double rate, Services services) {
        this.name = name;
        this.tier = tier;
        this.embedder = embedder;
        this.rate = rate;
        this.services = services;
        dimensions = embedder.dimensions();
        weights = new float[dimensions * dimensions];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String tier() {
        return tier;
    }

    /** Takes the weights nearer to giving one text for another: W + rate (v - W k) k^T. */
    public void learn(String key, String value) {
        float[] k = embedder.embed(key);
        float[] v = embedder.embed(value);
        float[] given = times(k);
        for (int row = 0; row < dimensions; row++) {
            float error = (float) rate * (v[row] - given[row]);
            for (int column = 0; column < dimensions; column++) {
                weights[row * dimensions + column] += error * k[column];
            }
        }
        lessons++;
        services.ledger()
                .charge(
                        "learning in " + name,
                        embedder.operations(key) + embedder.operations(value) + 4.0 * weights.length,
                        tier,
                        1,
                        storedBytes(),
                        storedBytes());
        services.performed(Operation.UPDATE);
    }

    /** The vector that the weights give for a text; its length says how sure they are, 0 for nothing like it learnt. */
    public float[] recall(String key) {
        services.ledger()
                .charge(
                        "weights of " + name,
                        embedder.operations(key) + 2.0 * weights.length,
                        tier,
                        1,
                        storedBytes(),
                        0);
        return times(embedder.embed(key));
    }

    private float[] times(float[] vector) {
        float[] product = new float[dimensions];
        for (int row = 0; row < dimensions; row++) {
            product[row] = Vectors.dot(vector, weights, row * dimensions);
        }
        return product;
    }

    @Override
    public long storedBytes() {
        return (long) Float.BYTES * weights.length;
    }

    @Override
    public long writtenBytes() {
        return lessons * storedBytes();
    }

    /** None: what was learnt is in all weights together. */
    @Override
    public long storedItems() {
        return 0;
    }

    @Override
    public void close() {}
}
