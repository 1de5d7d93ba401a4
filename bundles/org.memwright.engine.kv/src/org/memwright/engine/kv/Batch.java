/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.Arrays;

/**
 * What an iteration processes, as totals over its requests; everything that its time depends on.
 *
 * <p>Units: tokens and bytes, of all layers of one device.
 */
final class Batch {
    /** Requests that generate a token from the one before. */
    int decodes;

    /** Requests whose prompts are processed, and tokens of these. */
    int prompts;

    int promptTokens;

    /** Requests that have a token in the end. */
    int outputs;

    /** Tokens of prompts processed, each times those of its request that were processed before. */
    double promptPast;

    /** The most keys that one generated token attends to. */
    double mostKeys;

    /** Pairs of a query of a prompt and a key that it attends to. */
    double promptPairs;

    /** Keys, and values, that generated tokens attend to. */
    double keyTokens;

    double valueTokens;

    /** Numbers that are unpacked before they are attended to. */
    double packedNumbers;

    /** Bytes of page tables. */
    double tableBytes;

    /** Operations and bytes that rank tokens. */
    double rankOperations;

    double rankBytes;

    /** Operations that rebuild keys or values, and that bring a prompt into its form. */
    double rebuildOperations;

    double formOperations;

    /** Operations that rank the tokens of prompts. */
    double promptRankOperations;

    /** By store: bytes that generated tokens read, in how many pieces, and that prompts read of what came before. */
    final double[] readBytes;

    final double[] readPieces;
    final double[] pastBytes;

    /** By store: tokens written to it, and tokens that leave it for another. */
    final double[] writtenTokens;

    final double[] movedTokens;

    Batch(int stores) {
        readBytes = new double[stores];
        readPieces = new double[stores];
        pastBytes = new double[stores];
        writtenTokens = new double[stores];
        movedTokens = new double[stores];
    }

    void clear() {
        decodes = 0;
        prompts = 0;
        promptTokens = 0;
        outputs = 0;
        promptPast = 0;
        mostKeys = 0;
        promptPairs = 0;
        keyTokens = 0;
        valueTokens = 0;
        packedNumbers = 0;
        tableBytes = 0;
        rankOperations = 0;
        rankBytes = 0;
        rebuildOperations = 0;
        formOperations = 0;
        promptRankOperations = 0;
        Arrays.fill(readBytes, 0);
        Arrays.fill(readPieces, 0);
        Arrays.fill(pastBytes, 0);
        Arrays.fill(writtenTokens, 0);
        Arrays.fill(movedTokens, 0);
    }

    int sequences() {
        return decodes + prompts;
    }

    int tokens() {
        return decodes + promptTokens;
    }
}
