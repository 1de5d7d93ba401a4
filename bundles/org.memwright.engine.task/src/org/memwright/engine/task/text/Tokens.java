/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.text;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the tokens of texts by the byte pair encoding cl100k of OpenAI's models.
 *
 * <p>A text is a number of lines, none empty and none with white space around it, each with a line break at its end. No token goes beyond
 * a line break, so the tokens of lines add up to those of the text, exactly.
 *
 * <p>State: the tables, made at the first count (about 0.2 s), and the counts of lines that were counted.
 */
public final class Tokens {
    private final Map<String, Integer> counts = new HashMap<>();

    /** The tables of the encoding, made when first asked for; they do not change. */
    private static final class Tables {
        static final Encoding CL100K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    }

    /** Tokens of a text in lines. */
    public int count(String text) {
        int sum = 0;
        for (String line : lines(text)) {
            sum += counts.computeIfAbsent(line, l -> Tables.CL100K.countTokensOrdinary(l + "\n"));
        }
        return sum;
    }

    /** The lines of a text, without white space around them; empty ones are left out. */
    public static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    /** A text without empty lines and white space around lines. */
    public static String normalise(String text) {
        return String.join("\n", lines(text));
    }
}
