/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {
    @Test
    void replacements_composeTwoRounds() {
        // abcdef → abXXef → abXYef: in terms of the first text, cd became XY
        var pieces = new Pieces("abcdef");
        pieces.replace(List.of(new Replacement(2, 2, "XX")));
        pieces.replace(List.of(new Replacement(3, 1, "Y")));

        assertEquals("abXYef", pieces.text());
        assertEquals(List.of(new Replacement(2, 2, "XY")), pieces.replacements());
    }

    @Test
    void replacements_leaveOutWhatStaysTheSame() {
        var pieces = new Pieces("capacity 80 GiB");
        pieces.replace(List.of(new Replacement(9, 6, "96 GiB")));

        assertEquals(List.of(new Replacement(9, 2, "96")), pieces.replacements());
    }

    @Test
    void replace_refusesOverlaps() {
        var pieces = new Pieces("abcdef");
        assertThrows(
                IllegalArgumentException.class,
                () -> pieces.replace(List.of(new Replacement(0, 3, ""), new Replacement(2, 2, ""))));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void replacements_agreeWithMakingThemOneRoundAfterTheOther(long seed) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++) {
            String text = word(random, random.nextInt(20));
            var pieces = new Pieces(text);
            String now = text;
            for (int step = 0; step < 3; step++) {
                List<Replacement> some = some(random, now.length());
                now = Replacement.apply(now, some);
                pieces.replace(some);
                assertEquals(now, pieces.text());
            }
            assertEquals(now, Replacement.apply(text, pieces.replacements()), "seed " + seed + ", round " + round);
        }
    }

    private static List<Replacement> some(SplittableRandom random, int length) {
        List<Replacement> some = new ArrayList<>();
        int at = 0;
        while (at <= length && random.nextInt(4) > 0) {
            int offset = at + random.nextInt(length - at + 1);
            int size = random.nextInt(length - offset + 1);
            some.add(new Replacement(offset, size, word(random, random.nextInt(4))));
            at = offset + size + 1;
        }
        return some;
    }

    private static String word(SplittableRandom random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(4)));
        }
        return word.toString();
    }
}
