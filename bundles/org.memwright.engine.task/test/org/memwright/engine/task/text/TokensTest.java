/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TokensTest {
    /** Known from OpenAI's own tokenizer: "hello world" is 15339, 1917; a line break is one token more. */
    @Test
    void count_isThatOfTheEncoding() {
        assertEquals(3, new Tokens().count("hello world"));
        assertEquals(0, new Tokens().count("  \n\n"));
    }

    /** Lines add up to the whole, whatever is in them: no token goes beyond a line break. */
    @Test
    void count_ofLinesAddsUpToTheWhole() {
        var encoding = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
        var random = new SplittableRandom(7);
        String[] parts = {"flight", " ", ".", "Kyoto", "=", "12", "  ", "é", "木", "!?", "\t", "'s", "A", "-", "(", "…"};
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append(random.nextInt(6) == 0 ? "\n" : parts[random.nextInt(parts.length)]);
            }
            String whole = Tokens.normalise(text.toString());
            assertEquals(
                    whole.isEmpty() ? 0 : encoding.countTokensOrdinary(whole + "\n"),
                    new Tokens().count(whole),
                    () -> "of '" + whole + "'");
        }
    }

    @Test
    void lines_areStrippedAndNotEmpty() {
        assertEquals(List.of("a", "b c"), Tokens.lines("  a \n\n\t\nb c"));
    }

    /** Counts of words of four letters or more: hotel 3, price 2, rain 1; so 3, (3 + 2) / 2 = 2.5 and 1. */
    @Test
    void sentences_areThoseWithFrequentWords() {
        String text = "One hotel. It may rain. The hotel has a price. A hotel price.";
        assertEquals("One hotel.", Extract.sentences("One hotel. It may rain. Any hotel?", 1));
        assertEquals("One hotel.\nThe hotel has a price.", Extract.sentences(text, 2));
        assertEquals("", Extract.sentences(text, 0));
    }
}
