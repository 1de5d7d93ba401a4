/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.memwright.engine.agent.text.Analysis;

/** Statements found in texts by patterns: two names that follow each other in a sentence, and the words between them. */
public final class Statements {
    private static final int LONGEST_RELATION = 60;

    private Statements() {}

    /** The statements of a text; of a first line without a full stop, such as a title, each name is also joined to it. */
    public static List<Triple> of(String text) {
        List<Triple> triples = new ArrayList<>();
        List<String> sentences = Analysis.sentences(text);
        String title = sentences.size() > 1 && !sentences.getFirst().endsWith(".") ? sentences.getFirst() : "";
        for (String sentence : sentences) {
            String lower = sentence.toLowerCase(Locale.ROOT);
            String before = "";
            int end = 0;
            for (String name : Analysis.entities(sentence)) {
                int at = lower.indexOf(name, end);
                if (!title.isEmpty()) {
                    triples.add(new Triple(title, "mentions", name));
                }
                if (at >= 0) {
                    if (!before.isEmpty() && at - end <= LONGEST_RELATION) {
                        triples.add(
                                new Triple(before, sentence.substring(end, at).strip(), name));
                    }
                    before = name;
                    end = at + name.length();
                }
            }
        }
        return triples;
    }
}
