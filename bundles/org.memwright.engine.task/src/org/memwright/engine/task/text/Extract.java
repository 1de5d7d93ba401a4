/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Picks sentences of a text without a model: those whose words are frequent in it.
 *
 * <p>Source: H. P. Luhn, <cite>The Automatic Creation of Literature Abstracts</cite>, 1958. Cost: linear in the text.
 *
 * <p>Differs: a sentence scores the mean count of its words of four letters or more, instead of clusters of significant words.
 */
public final class Extract {
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\n+");
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    private Extract() {}

    /** The sentences picked, in the order of the text, one on a line; of equal ones the first. */
    public static String sentences(String text, int count) {
        List<String> sentences = new ArrayList<>();
        for (String part : SENTENCE.split(text, -1)) {
            if (!part.isBlank()) {
                sentences.add(part.strip());
            }
        }
        Map<String, Integer> frequency = new HashMap<>();
        sentences.forEach(sentence -> words(sentence).forEach(word -> frequency.merge(word, 1, Integer::sum)));
        List<Integer> best = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            best.add(i);
        }
        best.sort(Comparator.comparingDouble((Integer i) -> -score(sentences.get(i), frequency))
                .thenComparing(Comparator.naturalOrder()));
        List<Integer> picked = new ArrayList<>(best.subList(0, Math.min(count, best.size())));
        picked.sort(Comparator.naturalOrder());
        return String.join("\n", picked.stream().map(sentences::get).toList());
    }

    private static double score(String sentence, Map<String, Integer> frequency) {
        List<String> words = words(sentence);
        return words.stream()
                .mapToInt(word -> frequency.getOrDefault(word, 0))
                .average()
                .orElse(0);
    }

    private static List<String> words(String sentence) {
        return WORD.matcher(sentence.toLowerCase(Locale.ROOT))
                .results()
                .map(m -> m.group())
                .toList();
    }
}
