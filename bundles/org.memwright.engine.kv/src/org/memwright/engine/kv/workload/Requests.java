/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.Arrays;
import java.util.List;

/**
 * The requests of a workload in the order of their arrival, one column for each property.
 *
 * <p>Units: arrivals in nanoseconds from the start of the run, lengths in tokens.
 * <br>Shape: every column is {@code [requests]}.
 * <br>Cost: 16 bytes for each request, beside what its content takes.
 */
public final class Requests {
    private final long[] arrivalNanos;
    private final int[] promptTokens;
    private final int[] outputTokens;
    private final PromptContent content;
    private final long originNanos;
    private final long skippedRows;
    private final String description;
    private final List<String> notes;
    private final List<String> defaults;

    /**
     * @param arrivalNanos never falling, the first at least 0
     * @param promptTokens each at least 1
     * @param outputTokens each at least 1
     * @param originNanos what the data call the start of the run, in nanoseconds of their own time
     */
    Requests(
            long[] arrivalNanos,
            int[] promptTokens,
            int[] outputTokens,
            PromptContent content,
            long originNanos,
            long skippedRows,
            String description,
            List<String> notes,
            List<String> defaults) {
        this.arrivalNanos = arrivalNanos;
        this.promptTokens = promptTokens;
        this.outputTokens = outputTokens;
        this.content = content;
        this.originNanos = originNanos;
        this.skippedRows = skippedRows;
        this.description = description;
        this.notes = List.copyOf(notes);
        this.defaults = List.copyOf(defaults);
    }

    public int count() {
        return arrivalNanos.length;
    }

    /** When the request arrives; never before the request ahead of it. */
    public long arrivalNanos(int request) {
        return arrivalNanos[request];
    }

    /** Tokens of the prompt, at least 1. */
    public int promptTokens(int request) {
        return promptTokens[request];
    }

    /** Tokens that the request generates, at least 1. */
    public int outputTokens(int request) {
        return outputTokens[request];
    }

    /**
     * The same requests, in the same order, at other times.
     *
     * @param drawnNanos never falling, the first at least 0
     */
    Requests arrivingAt(long[] drawnNanos) {
        return new Requests(
                drawnNanos, promptTokens, outputTokens, content, 0, skippedRows, description, notes, defaults);
    }

    /** A copy of the column of arrivals. */
    public long[] arrivalNanos() {
        return arrivalNanos.clone();
    }

    /** A copy of the column of prompt lengths. */
    public int[] promptTokens() {
        return promptTokens.clone();
    }

    /** A copy of the column of output lengths. */
    public int[] outputTokens() {
        return outputTokens.clone();
    }

    /** The same requests, each with blocks of its own after those that are known. */
    public Requests withOwnBlocks() {
        return new Requests(
                arrivalNanos,
                promptTokens,
                outputTokens,
                new PromptContent.GoneOn(content),
                originNanos,
                skippedRows,
                description,
                notes,
                defaults);
    }

    /** Whether anything is known of what prompts have in common. */
    public boolean hasContent() {
        return !(content instanceof PromptContent.Unknown);
    }

    /** Tokens of the blocks that the data were recorded in; 0 where any size will do or nothing is known. */
    public int recordedBlockTokens() {
        return content.recordedBlockTokens();
    }

    /**
     * What the requests have in common, in blocks of a size of the caller's choice.
     *
     * <p>Where nothing is known no request has a block. Cost: proportional to the blocks; computed at each call.
     *
     * @param blockTokens tokens of a block, at least 1
     */
    public BlockChains blocks(int blockTokens) {
        if (blockTokens < 1) {
            throw new IllegalArgumentException("blocks of " + blockTokens + " tokens, must be at least 1");
        }
        try {
            return content.blocks(blockTokens, promptTokens, outputTokens);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    description + " are more than 2^31 blocks of " + blockTokens + " tokens; use larger blocks", e);
        }
    }

    /** What the data call the start of the run, in nanoseconds of their own time; since 1970 for time stamps. */
    public long originNanos() {
        return originNanos;
    }

    /** Bad rows that {@code skip bad} left out. */
    public long skippedRows() {
        return skippedRows;
    }

    /** Where the requests come from: {@code 19366 requests of AzureLLMInferenceTrace_conv.csv}. */
    public String description() {
        return description;
    }

    /** What the reader of a result must know: rows skipped, arrivals put in order. */
    public List<String> notes() {
        return notes;
    }

    /** What the workload left out, as {@code name = value}. */
    public List<String> defaults() {
        return defaults;
    }

    /** Tokens of all prompts. */
    public long totalPromptTokens() {
        return Arrays.stream(promptTokens).asLongStream().sum();
    }

    /** Tokens that all requests generate. */
    public long totalOutputTokens() {
        return Arrays.stream(outputTokens).asLongStream().sum();
    }
}
