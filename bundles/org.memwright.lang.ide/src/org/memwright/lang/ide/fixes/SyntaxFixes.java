/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.fixes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.memwright.lang.ide.text.Lines;
import org.memwright.lang.ide.text.Span;

/** Text that does not parse. */
final class SyntaxFixes extends Mending {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final Pattern EXPECTED = Pattern.compile("is not expected here, but '([^A-Za-z']+)'\\.$");

    SyntaxFixes(Mending mending) {
        super(mending);
    }

    /** What the message says: a sign that is expected, a character that means nothing, a bracket that is open at the end. */
    void mend() {
        Matcher expected = EXPECTED.matcher(finding.message());
        if (expected.find()) {
            insert("Add '" + expected.group(1) + "'", finding.offset(), expected.group(1) + " ");
        } else if (finding.message().endsWith("means nothing here. Remove it.")) {
            remove();
        } else if (finding.message().startsWith("The file ends here")) {
            closeBracket();
        }
    }

    void remove() {
        change("Remove '" + written() + "'", span(), "");
    }

    /** A word of the language becomes a name. */
    void escape() {
        if (NAME.matcher(written()).matches()) {
            change("Write '^" + written() + "'", span(), "^" + written());
        }
    }

    /** Closes the innermost bracket that is open at the end. */
    void closeBracket() {
        Deque<String> open = new ArrayDeque<>();
        for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
            switch (leaf.isHidden() ? "" : leaf.getText()) {
                case "{" -> open.push("}");
                case "(" -> open.push(")");
                case "[" -> open.push("]");
                case "}", ")", "]" -> open.poll();
                default -> {}
            }
        }
        String closing = open.peek();
        if (closing != null) {
            int end = text.stripTrailing().length();
            String inserted = closing.equals("}") ? "\n" + closing + "\n" : closing;
            change("Add '" + closing + "' at the end", Span.between(end, text.length()), inserted);
        }
    }

    void closeText() {
        var lines = new Lines(text);
        insert("Add '\"' at the end of the line", lines.end(lines.line(finding.offset())), "\"");
    }

    void closeComment() {
        insert("Close the comment", text.length(), " */\n");
    }
}
