/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

/**
 * What the time of a transformer's layers depends on: the shape of the whole model and over how many devices each layer is
 * divided.
 *
 * @param heads heads of queries
 * @param kvHeads heads of keys and values
 * @param ffn width of the feed-forward
 * @param vocab rows of the output head
 * @param weights precision of the weights
 * @param tensor devices that each layer is divided over
 */
public record LayerShape(int heads, int kvHeads, int headDim, int ffn, int vocab, Precision weights, int tensor) {}
