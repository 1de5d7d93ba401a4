/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.Arrays;

/**
 * The tokens of requests cut into blocks of one size, each block an id. Two requests have the same id at the same place
 * exactly where they are known to agree in all tokens up to the end of that block; so the ids of a request are a chain from
 * the first token on, and an id names its block and all before it.
 *
 * <p>Shape: one array of ids, and for each request where its own begin and end.
 * <br>Cost: 4 bytes for each block, 12 for each request.
 *
 * <p>Example, the pages that a paged cache may share of request {@code r}: {@code ids()[from(r)]} up to, not including,
 * {@code ids()[fullTo(r)]}.
 */
public final class BlockChains {
    private final int blockTokens;
    private final int[] ids;
    private final int[] from;
    private final int[] fullTo;
    private final int[] promptTo;
    private final int idLimit;

    private BlockChains(int blockTokens, int[] ids, int[] from, int[] fullTo, int[] promptTo, int idLimit) {
        this.blockTokens = blockTokens;
        this.ids = ids;
        this.from = from;
        this.fullTo = fullTo;
        this.promptTo = promptTo;
        this.idLimit = idLimit;
    }

    /**
     * The same chains in whole blocks, each gone on with blocks that no other request has: a request that is computed again
     * finds what it had itself, whether or not it is known what that was.
     */
    BlockChains goneOn(int[] promptTokens, int[] outputTokens) {
        var longer = new Builder(blockTokens, requests());
        int own = idLimit;
        for (int request = 0; request < requests(); request++) {
            boolean partly = promptTo(request) > fullTo(request);
            int known = (partly ? fullTo(request) : to(request)) - from(request);
            int prompt = promptTokens[request] / blockTokens;
            // The last token that is generated has no keys and values.
            int blocks = Math.max(known, (promptTokens[request] + outputTokens[request] - 1) / blockTokens);
            for (int block = 0; block < blocks; block++) {
                if (block == prompt) {
                    longer.endFull();
                    longer.endPrompt();
                }
                longer.add(block < known ? ids[from(request) + block] : own++);
            }
            if (blocks == prompt) {
                longer.endFull();
                longer.endPrompt();
            }
            longer.endRequest();
        }
        return longer.build(own);
    }

    /** Tokens of a block. */
    public int blockTokens() {
        return blockTokens;
    }

    public int requests() {
        return from.length - 1;
    }

    /** The ids of all requests; the array itself, for reading only. */
    public int[] ids() {
        return ids;
    }

    /** Where the blocks of a request begin in {@link #ids}. */
    public int from(int request) {
        return from[request];
    }

    /** Where the blocks end that the prompt fills. */
    public int fullTo(int request) {
        return fullTo[request];
    }

    /**
     * Where the blocks of the prompt end: one more than {@link #fullTo} where the data were recorded with an id for a
     * last block that the prompt does not fill, otherwise the same.
     */
    public int promptTo(int request) {
        return promptTo[request];
    }

    /** Where all blocks of the request end, those included that it fills as it generates, where these are known. */
    public int to(int request) {
        return from[request + 1];
    }

    /** No id reaches this; a caller may number blocks of its own from here on. */
    public int idLimit() {
        return idLimit;
    }

    /** Collects the blocks of request after request. */
    static final class Builder {
        private final int blockTokens;
        private final int[] from;
        private final int[] fullTo;
        private final int[] promptTo;
        private int[] ids = new int[1024];
        private int blocks;
        private int request;

        Builder(int blockTokens, int requests) {
            this.blockTokens = blockTokens;
            from = new int[requests + 1];
            fullTo = new int[requests];
            promptTo = new int[requests];
        }

        void add(int id) {
            if (blocks == ids.length) {
                ids = Arrays.copyOf(ids, Math.addExact(blocks, blocks >> 1));
            }
            ids[blocks++] = id;
        }

        void endFull() {
            fullTo[request] = blocks;
        }

        void endPrompt() {
            promptTo[request] = blocks;
        }

        void endRequest() {
            from[++request] = blocks;
        }

        BlockChains build(int idLimit) {
            return new BlockChains(blockTokens, Arrays.copyOf(ids, blocks), from, fullTo, promptTo, idLimit);
        }
    }
}
