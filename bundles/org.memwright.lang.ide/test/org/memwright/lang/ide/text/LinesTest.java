/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LinesTest {
    private final Lines lines = new Lines("ab\r\nc\n\nd");

    @Test
    void lines_endWithAnyLineBreak() {
        assertEquals(4, lines.count());
        assertEquals(2, new Lines("a\rb").count());
        assertEquals(2, lines.end(0), "without the line break");
        assertEquals(4, lines.start(1));
        assertEquals(7, lines.start(3));
    }

    @Test
    void offset_andPosition_areInverse() {
        String text = "ab\r\nc\n\nd";
        for (int offset = 0; offset <= text.length(); offset++) {
            if (offset == 3) {
                continue; // between \r and \n is no place of a caret
            }
            assertEquals(offset, lines.offset(lines.line(offset), lines.column(offset)));
        }
    }

    @Test
    void offset_beyondTheEnd_isTheEnd() {
        assertEquals(2, lines.offset(0, 99));
        assertEquals(8, lines.offset(99, 0));
        assertEquals(0, lines.offset(-1, 5));
    }
}
