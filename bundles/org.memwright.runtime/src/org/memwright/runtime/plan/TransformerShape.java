/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

import org.memwright.hardware.Precision;

/**
 * The shape of a transformer, from which its parameters, bytes and operations follow.
 *
 * <p>Shape: a layer has query, key, value and output projections {@code [hidden, heads x headDim]},
 * {@code [hidden, kvHeads x headDim]} twice and {@code [heads x headDim, hidden]}, and a feed-forward of two matrices
 * {@code [hidden, ffn]}, three where it is gated; with experts, that many feed-forwards and a router
 * {@code [hidden, experts]}.
 *
 * @param name qualified name of the declaration
 * @param hidden width of the residual stream
 * @param kvHeads heads of keys and values; fewer than {@code heads} is grouped-query attention
 * @param ffn width of the feed-forward; of one expert where there are experts
 * @param gated the feed-forward has a gate matrix (SwiGLU and the like)
 * @param context the longest sequence that the model was made for, in tokens
 * @param experts feed-forwards per layer of a mixture of experts; 0 for a dense model
 * @param activeExperts experts that one token goes through; 0 for a dense model
 * @param positions rows of a learned table of positions; 0 for none
 * @param embedding width of the token embedding; where it is not {@code hidden}, projections join the two
 * @param tied the output head shares the embedding
 * @param biased every linear layer has a bias
 * @param qkvBiased the query, key and value projections have a bias
 * @param qkNorm queries and keys are normalised per head
 * @param layerNorm norms have a weight and a bias (LayerNorm) rather than a weight alone (RMSNorm)
 */
public record TransformerShape(
        String name,
        int layers,
        int hidden,
        int heads,
        int kvHeads,
        int headDim,
        int ffn,
        boolean gated,
        int vocab,
        int context,
        Precision weights,
        int experts,
        int activeExperts,
        int positions,
        int embedding,
        boolean tied,
        boolean biased,
        boolean qkvBiased,
        boolean qkNorm,
        boolean layerNorm) {

    public TransformerShape {
        require(name, "layers", layers, 1);
        require(name, "hidden", hidden, 1);
        require(name, "heads", heads, 1);
        require(name, "kv_heads", kvHeads, 1);
        require(name, "head_dim", headDim, 1);
        require(name, "ffn", ffn, 1);
        require(name, "vocab", vocab, 1);
        require(name, "context", context, 1);
        require(name, "experts", experts, 0);
        require(name, "embedding", embedding, 1);
        if (heads % kvHeads != 0) {
            throw new IllegalArgumentException(
                    name + ": heads is " + heads + ", must be a multiple of kv_heads, " + kvHeads);
        }
        if (experts > 0 && (activeExperts < 1 || activeExperts > experts)) {
            throw new IllegalArgumentException(
                    name + ": active is " + activeExperts + ", must be 1 to experts, " + experts);
        }
    }

    private static void require(String name, String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + ": " + what + " is " + value + ", must be at least " + least);
        }
    }

    /** Parameters of the attention of one layer: projections, biases and norms of queries and keys. */
    public long attentionParameters() {
        long query = (long) heads * headDim;
        long keyValue = (long) kvHeads * headDim;
        long projections = hidden * query + 2 * hidden * keyValue + query * hidden;
        long biases = biased ? query + 2 * keyValue + hidden : qkvBiased ? query + 2 * keyValue : 0;
        return projections + biases + (qkNorm ? 2L * headDim : 0);
    }

    /** Parameters of one feed-forward: of the layer, or of one expert. */
    public long feedForwardParameters() {
        long up = gated ? 2L : 1L;
        return (up + 1) * hidden * ffn + (biased ? up * ffn + hidden : 0);
    }

    /** Parameters of the router of one layer. */
    public long routerParameters() {
        return (long) hidden * experts;
    }

    /** Parameters of one norm over the residual stream. */
    public long normParameters() {
        return layerNorm ? 2L * hidden : hidden;
    }

    /** Parameters of one layer. */
    public long layerParameters() {
        return attentionParameters()
                + routerParameters()
                + Math.max(1, experts) * feedForwardParameters()
                + 2 * normParameters();
    }

    /** Parameters of the token embedding, the positions and the projections of the embedding. */
    public long embeddingParameters() {
        long projections = embedding == hidden ? 0 : 2L * embedding * hidden;
        return (long) vocab * embedding + (long) positions * hidden + projections;
    }

    /** Parameters of the output head that are not shared with the embedding. */
    public long headParameters() {
        return tied ? 0 : (long) vocab * embedding;
    }

    /** All parameters of the model. */
    public long parameters() {
        return embeddingParameters() + layers * layerParameters() + normParameters() + headParameters();
    }

    /** Parameters that one token goes through: of a mixture of experts, those of the active experts. */
    public long activeParameters() {
        long idle = (long) Math.max(0, experts - activeExperts) * feedForwardParameters();
        return parameters() - layers * idle;
    }

    /** Bytes of all parameters at the precision of the weights. */
    public double weightBytes() {
        return parameters() * weights.bytes();
    }

    /**
     * Keys and values that one token leaves, as numbers: keys and values, of every layer and head.
     *
     * <p>Llama-2-7B: 2 x 32 x 32 x 128 = 262144, at fp16 524288 bytes.
     */
    public long keyValueNumbersPerToken() {
        return 2L * layers * kvHeads * headDim;
    }
}
