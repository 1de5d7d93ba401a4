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

/** Names of persons that nobody has, for dialogues that are made. */
public final class Names {
    private static final List<String> SYLLABLES =
            List.of("ba", "do", "fe", "gi", "ka", "lo", "mi", "nu", "pa", "ri", "so", "tu", "va", "ze");

    private Names() {}

    /** So many different names of three syllables, at most 2,744. */
    public static Set<String> draw(int count, SplittableRandom random) {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            String name = syllable(random) + syllable(random) + syllable(random);
            names.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        }
        return names;
    }

    private static String syllable(SplittableRandom random) {
        return SYLLABLES.get((int) ((random.nextLong() >>> 33) % SYLLABLES.size()));
    }
}
