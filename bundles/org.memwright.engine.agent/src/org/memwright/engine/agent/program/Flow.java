/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.memwright.engine.agent.store.Hits;

/**
 * What one action gives to the next: items, best first where they are ranked.
 *
 * @param rest the score of the items that are not among them
 */
public record Flow(List<Found> items, double rest) {
    /** Nothing. */
    public static final Flow EMPTY = new Flow(List.of(), 0);

    private static final Comparator<Found> BEST_FIRST =
            Comparator.comparingDouble(Found::score).reversed().thenComparingInt(Found::number);

    public Flow {
        items = List.copyOf(items);
    }

    public static Flow of(List<Found> items) {
        return new Flow(items, 0);
    }

    /** Items of a store that a search found. */
    public static Flow of(ItemMemory memory, Hits hits) {
        List<Found> items = new ArrayList<>(hits.count());
        for (int i = 0; i < hits.count(); i++) {
            items.add(memory.found(hits.numbers()[i], hits.scores()[i]));
        }
        return new Flow(items, hits.rest());
    }

    /** The same items by their scores, of equal ones the older first, and only so many. */
    public Flow ranked(int k) {
        List<Found> ordered = new ArrayList<>(items);
        ordered.sort(BEST_FIRST);
        return new Flow(ordered.size() > k ? ordered.subList(0, k) : ordered, rest);
    }

    /** The first items. */
    public Flow first(int k) {
        return items.size() <= k ? this : new Flow(items.subList(0, k), rest);
    }

    /** These and then others. */
    public Flow then(Flow others) {
        List<Found> all = new ArrayList<>(items);
        all.addAll(others.items());
        return new Flow(all, rest);
    }

    /** The texts, one after the other. */
    public String text() {
        var text = new StringBuilder();
        for (Found found : items) {
            text.append(text.isEmpty() ? "" : "\n").append(found.piece().text());
        }
        return text.toString();
    }
}
