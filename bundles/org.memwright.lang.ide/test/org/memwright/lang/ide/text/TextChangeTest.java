/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextChangeTest {
    @Test
    void apply_takesOffsetsOfTheTextBefore() {
        List<TextChange> changes =
                List.of(new TextChange(new Span(4, 3), "x"), new TextChange(new Span(0, 3), "three"));
        assertEquals("three x", TextChange.apply("one two", changes));
    }

    @Test
    void apply_refusesOverlaps() {
        List<TextChange> changes = List.of(new TextChange(new Span(0, 3), ""), new TextChange(new Span(2, 2), ""));
        assertThrows(IllegalArgumentException.class, () -> TextChange.apply("abcd", changes));
    }

    @Test
    void between_givesTheSmallestChange() {
        assertEquals(new TextChange(new Span(2, 1), "xy"), TextChange.between("abcde", "abxyde"));
        assertEquals(new TextChange(new Span(3, 0), ""), TextChange.between("abc", "abc"));
        assertEquals(new TextChange(new Span(1, 0), "a"), TextChange.between("ab", "aab"));
    }

    @Test
    void between_thenApply_givesTheOther() {
        long seed = Long.parseLong("0" + System.getProperty("memwright.seed", ""));
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 1000; i++) {
            String a = random(random);
            String b = random(random);
            assertEquals(b, TextChange.apply(a, List.of(TextChange.between(a, b))), "seed " + seed);
        }
    }

    private static String random(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(2)));
        }
        return text.toString();
    }
}
