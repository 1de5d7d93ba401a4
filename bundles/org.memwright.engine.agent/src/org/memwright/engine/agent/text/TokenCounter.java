/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.text;

import dev.langchain4j.model.embedding.onnx.HuggingFaceTokenCountEstimator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the tokens of texts by the word pieces of BERT.
 *
 * <p>State: the tokenizer, made at the first count, and the counts of texts that were counted.
 */
public final class TokenCounter {
    private final Map<String, Integer> counts = new HashMap<>();
    private @Nullable HuggingFaceTokenCountEstimator tokenizer;

    public int count(String text) {
        Integer known = counts.get(text);
        if (known != null) {
            return known;
        }
        HuggingFaceTokenCountEstimator made = tokenizer;
        if (made == null) {
            made = load();
            tokenizer = made;
        }
        int count = text.isBlank() ? 0 : made.estimateTokenCountInText(text);
        counts.put(text, count);
        return count;
    }

    /** In a thread whose loader finds the native library, which in OSGi that of the caller does not. */
    private static HuggingFaceTokenCountEstimator load() {
        var made = new HuggingFaceTokenCountEstimator[1];
        var thread = new Thread(() -> made[0] = new HuggingFaceTokenCountEstimator(), "memwright-tokenizer");
        thread.setContextClassLoader(new LibraryLoader());
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (made[0] == null) {
            throw new IllegalStateException("the tokenizer cannot be loaded");
        }
        return made[0];
    }
}
