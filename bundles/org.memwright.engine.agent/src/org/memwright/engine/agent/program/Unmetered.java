/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.util.Optional;
import org.memwright.chat.ChatModel;
import org.memwright.engine.agent.embed.Embedder;
import org.memwright.engine.agent.embed.HashEmbedder;
import org.memwright.engine.agent.text.TokenCounter;

/** What stores need outside of a run, where no hardware is declared that could be charged: nothing is counted. */
public final class Unmetered implements Services {
    private final TokenCounter tokens = new TokenCounter();

    @Override
    public Embedder embedder(String model) {
        if (model.equals("hash")) {
            return new HashEmbedder();
        }
        throw new IllegalArgumentException(
                "outside of a run there is no embedding model '" + model + "'; there is hash");
    }

    @Override
    public Optional<ChatModel> chat() {
        return Optional.empty();
    }

    @Override
    public Ledger ledger() {
        return (operation, operations, tier, pieces, readBytes, writtenBytes) -> {};
    }

    @Override
    public int tokens(String text) {
        return tokens.count(text);
    }

    @Override
    public void count(String what, long more) {}

    @Override
    public void performed(Operation operation) {}

    @Override
    public void method(String text) {}
}
