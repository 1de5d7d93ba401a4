/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.formatting;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.formatting2.regionaccess.IComment;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegionPart;

/** What stands between two tokens, as it was written and as it is to be written. */
final class Gap {
    /** A comment and the line breaks before it. */
    record Comment(String text, int lineBreaksBefore, int column) {
        boolean toEndOfLine() {
            return text.startsWith("//");
        }
    }

    final IHiddenRegion region;
    final List<Comment> comments = new ArrayList<>();

    /** Line breaks after the last comment; all there are, where there is no comment. */
    int lineBreaksAfter;

    /** The next token begins a line of the canonical form. */
    boolean line;

    /** The next token is on a line of its own because it was, and goes on with what the line before began. */
    boolean continued;

    /** Spaces before the next token where it does not begin a line. */
    int spaces;

    /** There is a blank line even if there was none. */
    boolean blank;

    Gap(IHiddenRegion region, String document) {
        this.region = region;
        int breaks = 0;
        for (IHiddenRegionPart part : region.getParts()) {
            String text = part.getText();
            if (part instanceof IComment) {
                boolean toEnd = text.startsWith("//");
                comments.add(new Comment(toEnd ? withoutTrailingBlanks(text) : text, breaks, columnOf(part, document)));
                breaks = toEnd ? 1 : 0;
            } else {
                breaks += (int) text.chars().filter(c -> c == '\n').count();
            }
        }
        lineBreaksAfter = breaks;
    }

    private static int columnOf(IHiddenRegionPart part, String document) {
        return part.getOffset() - 1 - document.lastIndexOf('\n', part.getOffset() - 1);
    }

    /** Text without the blanks and line breaks at its end; other characters that show nothing stay. */
    static String withoutTrailingBlanks(String text) {
        int end = text.length();
        while (end > 0 && " \t\r\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    boolean hasLineBreak() {
        return lineBreaksAfter > 0
                || comments.stream()
                        .anyMatch(comment -> comment.lineBreaksBefore > 0 || comment.text.indexOf('\n') >= 0);
    }

    /** Whether a comment stands on a line of its own. */
    boolean hasCommentLine() {
        return comments.stream().anyMatch(comment -> comment.lineBreaksBefore > 0);
    }

    /** Whether there was a blank line somewhere. */
    boolean hadBlankLine() {
        return lineBreaksAfter > 1 || comments.stream().anyMatch(comment -> comment.lineBreaksBefore > 1);
    }
}
