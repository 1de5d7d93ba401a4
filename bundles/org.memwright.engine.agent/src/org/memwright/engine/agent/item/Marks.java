/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.item;

import java.util.List;

/**
 * What a note says of itself beside its text, and what others that came later said of it.
 *
 * <p>Source: W. Xu et al., <cite>A-MEM: Agentic Memory for LLM Agents</cite>, 2025: a note has keywords, tags and a context.
 *
 * @param tags words that it is found by, each once
 * @param context a sentence about what it belongs to; empty where there is none
 */
public record Marks(List<String> tags, String context) {
    /** A text without marks. */
    public static final Marks NONE = new Marks(List.of(), "");

    public Marks {
        tags = List.copyOf(tags);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return tags.isEmpty() && context.isEmpty();
    }

    /** All in one line, as it is searched. */
    public String text() {
        return String.join(" ", tags) + (tags.isEmpty() || context.isEmpty() ? "" : " ") + context;
    }
}
