/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.documentation;

import java.util.ArrayList;
import java.util.List;

/** Markdown of a hover, block by block; empty blocks are left out. */
final class Markdown {
    private final List<String> blocks = new ArrayList<>();

    /** A block of text as it would stand in a file. */
    static String code(String text) {
        return "```memw\n" + text + "\n```";
    }

    /** A word or a few, as they would stand in a file. */
    static String inline(String text) {
        return text.isEmpty() ? "" : "`" + text.replace('`', '\'') + "`";
    }

    Markdown add(String block) {
        if (!block.isBlank()) {
            blocks.add(block.strip());
        }
        return this;
    }

    Markdown list(List<String> items) {
        List<String> lines = new ArrayList<>();
        items.stream().filter(item -> !item.isBlank()).forEach(item -> lines.add("- " + item));
        return add(String.join("\n", lines));
    }

    @Override
    public String toString() {
        return String.join("\n\n", blocks);
    }
}
