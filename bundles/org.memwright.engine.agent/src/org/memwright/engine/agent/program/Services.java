/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.util.Optional;
import org.memwright.chat.ChatModel;
import org.memwright.engine.agent.embed.Embedder;

/** What a run shares between its stores and mechanisms. */
public interface Services {
    /**
     * The embedding model of that name, made at the first use.
     *
     * @throws IllegalArgumentException where there is none
     */
    Embedder embedder(String model);

    /** The language model that the user names; empty where none is. */
    Optional<ChatModel> chat();

    Ledger ledger();

    /** Tokens of a text, as prompts are counted. */
    int tokens(String text);

    /** Adds to a counter of the report, such as {@code turns forgotten}. */
    void count(String what, long more);

    /** Counts an operation that a mechanism performed on a store. */
    void performed(Operation operation);

    /** A remark for the reader of the result, given once. */
    void method(String text);
}
