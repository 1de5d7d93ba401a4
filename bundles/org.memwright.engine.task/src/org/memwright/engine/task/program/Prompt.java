/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.program;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.memwright.engine.task.text.Tokens;

/**
 * What a step is told, in the order in which it happened. Of an entry that several rules bring, the fullest is taken, so nothing is told
 * twice.
 */
public final class Prompt {
    private final TreeMap<Integer, Section> sections = new TreeMap<>();

    public Prompt add(Section section) {
        if (!section.text().isEmpty()) {
            sections.merge(section.entry(), section, (a, b) -> a.detail().compareTo(b.detail()) >= 0 ? a : b);
        }
        return this;
    }

    public Prompt add(Prompt other) {
        other.sections.values().forEach(this::add);
        return this;
    }

    public Collection<Section> sections() {
        return sections.values();
    }

    /**
     * Drops the oldest sections until the rest fits a budget, or nothing else may be dropped.
     *
     * @param kept entries whose sections stay
     * @return whether something was dropped
     */
    public boolean fit(long budgetTokens, Tokens counter, Set<Integer> kept) {
        long tokens = tokens(counter);
        boolean dropped = false;
        for (Section section : List.copyOf(sections.values())) {
            if (tokens > budgetTokens && !kept.contains(section.entry())) {
                sections.remove(section.entry());
                tokens -= counter.count(section.text());
                dropped = true;
            }
        }
        return dropped;
    }

    public long tokens(Tokens counter) {
        return sections.values().stream()
                .mapToLong(s -> counter.count(s.text()))
                .sum();
    }

    public String text() {
        var text = new StringBuilder();
        for (Section section : sections.values()) {
            text.append(section.text()).append('\n');
        }
        return text.toString();
    }
}
