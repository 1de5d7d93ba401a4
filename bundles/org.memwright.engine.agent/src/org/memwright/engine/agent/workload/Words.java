/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Words and names that mean nothing, drawn by a seed. */
public final class Words {
    private static final List<String> SYLLABLES = List.of(
            "ba", "do", "fe", "gi", "ka", "lo", "mi", "nu", "pa", "ri", "so", "tu", "va", "ze", "bel", "dor", "fen",
            "gar", "kim", "lan", "mor", "nel", "pol", "rus", "sal", "tam", "vin", "zor");

    private Words() {}

    /** Different words of three syllables, in the order of drawing. */
    public static List<String> words(int count, SplittableRandom random) {
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < count) {
            words.add(draw(SYLLABLES, random) + draw(SYLLABLES, random) + draw(SYLLABLES, random));
        }
        return List.copyOf(words);
    }

    /** Different names: such words with a capital. */
    public static List<String> names(int count, SplittableRandom random) {
        return words(count, random).stream().map(Words::capital).toList();
    }

    /** A word with a capital. */
    public static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** One of a list. */
    public static <T> T draw(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    /** A list in another order. */
    public static <T> List<T> shuffled(List<T> list, SplittableRandom random) {
        List<T> all = new java.util.ArrayList<>(list);
        for (int i = all.size() - 1; i > 0; i--) {
            all.set(i, all.set(random.nextInt(i + 1), all.get(i)));
        }
        return all;
    }
}
