/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.formatting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.formatting2.regionaccess.IEObjectRegion;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextSegment;
import org.memwright.lang.properties.Properties;
import org.memwright.model.Declaration;
import org.memwright.model.Import;
import org.memwright.model.Property;

/**
 * The tokens of a file with the white space that the canonical form has between them.
 *
 * <p>First every gap gets its kind from the tokens beside it, then {@link Columns} widens gaps so that neighbours align, then the
 * text is written once from start to end.
 */
final class Layout {
    private static final String INDENT = "  ";
    private static final int NONE = -1;

    /** Takes what a part of the text is to be replaced with. */
    interface Replacements {
        void accept(ITextSegment region, boolean undefined, String text);
    }

    final List<ISemanticRegion> tokens = new ArrayList<>();
    final List<Role> roles = new ArrayList<>();
    final List<String> texts = new ArrayList<>();

    /** {@code gaps.get(i)} is before token i; the last one is at the end of the file. */
    final List<Gap> gaps = new ArrayList<>();

    /** The token that opens the innermost block around a token, or {@link #NONE}. */
    private int[] block = {};

    /** The token that closes the block that a token opens. */
    private int[] closing = {};

    private boolean[] multiline = {};
    private int[] depth = {};
    private String lineBreak = "\n";

    private Layout() {}

    static Layout of(ITextRegionAccess access) {
        var layout = new Layout();
        layout.read(access);
        layout.findBlocks();
        for (int i = 0; i < layout.tokens.size(); i++) {
            layout.decide(i);
        }
        layout.separateDeclarations();
        new Columns(layout).align();
        return layout;
    }

    private void read(ITextRegionAccess access) {
        String document = access.regionForDocument().getText();
        int firstBreak = document.indexOf('\n');
        lineBreak = firstBreak > 0 && document.charAt(firstBreak - 1) == '\r' ? "\r\n" : "\n";
        Map<EObject, Role> known = new HashMap<>();
        IEObjectRegion root = access.regionForRootEObject();
        if (root == null) {
            return;
        }
        IHiddenRegion hidden = root.getPreviousHiddenRegion();
        while (hidden != null) {
            gaps.add(new Gap(hidden, document));
            ISemanticRegion token = hidden.getNextSemanticRegion();
            if (token == null) {
                break;
            }
            tokens.add(token);
            EObject grammar = token.getGrammarElement();
            Role role = grammar == null ? Role.OTHER : known.computeIfAbsent(grammar, Role::of);
            String text = written(token);
            if (text.equals("%")) {
                role = Role.PERCENT;
            }
            roles.add(role);
            texts.add(text);
            hidden = token.getNextHiddenRegion();
        }
    }

    /** A token's text; names and units, which may be written in parts, in one. */
    private static String written(ISemanticRegion token) {
        String text = token.getText();
        boolean inParts = !text.startsWith("\"")
                && text.chars().anyMatch(Character::isWhitespace)
                && !text.contains("//")
                && !text.contains("/*");
        return inParts ? text.replaceAll("\\s", "") : text;
    }

    private void findBlocks() {
        int count = tokens.size();
        block = new int[count];
        closing = new int[count];
        multiline = new boolean[count];
        depth = new int[count + 1];
        int[] breaks = new int[count + 1];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            breaks[i + 1] = breaks[i] + (gaps.get(i).hasLineBreak() ? 1 : 0);
            closing[i] = NONE;
            if (roles.get(i) == Role.CLOSE_BLOCK && !open.isEmpty()) {
                int start = open.pop();
                closing[start] = i;
                multiline[start] = breaks[i + 1] > breaks[start + 1];
            }
            block[i] = open.isEmpty() ? NONE : open.peek();
            depth[i] = open.size();
            if (roles.get(i) == Role.OPEN_BLOCK) {
                open.push(i);
            }
        }
    }

    /** Whether a token stands between lines: at the top, or in a block over several lines. */
    boolean isInLines(int token) {
        return block[token] == NONE || multiline[block[token]];
    }

    boolean isAtTop(int token) {
        return block[token] == NONE;
    }

    boolean beginsLine(int token) {
        return gaps.get(token).line;
    }

    int closingOf(int open) {
        return closing[open];
    }

    private void decide(int i) {
        Gap gap = gaps.get(i);
        Role role = roles.get(i);
        if (i == 0) {
            gap.line = true;
            return;
        }
        Role before = roles.get(i - 1);
        if (role.beginsMember()) {
            if (!isInLines(i)) {
                gap.spaces = before == Role.OPEN_BLOCK ? 1 : separation(i);
            } else if (role == Role.PROPERTY
                    && !gap.hasLineBreak()
                    && before != Role.OPEN_BLOCK
                    && followsProperty(i)) {
                gap.spaces = separation(i);
            } else {
                gap.line = true;
            }
            return;
        }
        if (role == Role.CLOSE_BLOCK) {
            boolean empty = before == Role.OPEN_BLOCK && gap.comments.isEmpty();
            gap.line = !empty && block(i) != NONE && multiline[block(i)];
            gap.spaces = empty ? 0 : 1;
            return;
        }
        gap.spaces = role == Role.DOT && isNumber(texts.get(i - 1)) ? 1 : spaces(before, role);
        gap.continued = gap.hasLineBreak() && (before == Role.COMMA || role == Role.PIPE);
    }

    /** The block that a closing token closes. */
    private int block(int close) {
        for (int open = close - 1; open >= 0; open = block[open]) {
            if (roles.get(open) == Role.OPEN_BLOCK && closing[open] == close) {
                return open;
            }
            if (block[open] == NONE) {
                return NONE;
            }
        }
        return NONE;
    }

    private boolean followsProperty(int i) {
        EObject own = tokens.get(i).getSemanticElement();
        EObject container = own.eContainer();
        EObject at = tokens.get(i - 1).getSemanticElement();
        while (at != null && !Objects.equals(at.eContainer(), container)) {
            at = at.eContainer();
        }
        return at instanceof Property;
    }

    /** Two spaces between neighbours on one line; one before a flag that says more about what is before it. */
    private int separation(int i) {
        if (tokens.get(i).getSemanticElement() instanceof Property property && property.getValue() == null) {
            EObject at = tokens.get(i - 1).getSemanticElement();
            while (at != null && !Objects.equals(at.eContainer(), property.eContainer())) {
                at = at.eContainer();
            }
            String qualified = Properties.qualifiedBy(texts.get(i)).orElse("");
            if (at instanceof Property previous && qualified.equals(previous.getName())) {
                return 1;
            }
        }
        return 2;
    }

    /** A dot right behind it would begin its fraction. */
    private static boolean isNumber(String text) {
        return text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }

    private static int spaces(Role before, Role role) {
        boolean tightBefore = switch (role) {
            case OPEN_CALL, CLOSE_GROUP, COMMA, ARGUMENT_COLON, DOT, PERCENT -> true;
            default -> false;
        };
        boolean tightAfter = switch (before) {
            case OPEN_CALL, OPEN_GROUP, DOT, MINUS_SIGN -> true;
            default -> false;
        };
        return tightBefore || tightAfter ? 0 : 1;
    }

    /** A blank line around declarations of several lines, after the package and after the imports. */
    private void separateDeclarations() {
        int previous = NONE;
        for (int i = 0; i < tokens.size(); i++) {
            if (depth[i] > 0 || roles.get(i) != Role.MEMBER) {
                continue;
            }
            if (previous != NONE) {
                EObject above = tokens.get(previous).getSemanticElement();
                EObject below = tokens.get(i).getSemanticElement();
                boolean imports = above instanceof Import && below instanceof Import;
                boolean oneLiners = above instanceof Declaration
                        && below instanceof Declaration
                        && !spansLines(previous, i)
                        && !spansLinesFrom(i);
                gaps.get(i).blank = !imports && !oneLiners;
            }
            previous = i;
        }
    }

    private boolean spansLines(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (gaps.get(i).line || gaps.get(i).continued) {
                return true;
            }
        }
        return false;
    }

    private boolean spansLinesFrom(int from) {
        int to = from + 1;
        while (to < tokens.size() && (depth[to] > 0 || roles.get(to) != Role.MEMBER)) {
            to++;
        }
        return spansLines(from, to);
    }

    /** Writes the text and hands over what differs from what was there. */
    void replacements(Replacements out) {
        var page = new Page();
        for (int i = 0; i < tokens.size(); i++) {
            out.accept(gaps.get(i).region, gaps.get(i).region.isUndefined(), page.before(i));
            page.token(i, texts.get(i));
            out.accept(tokens.get(i), false, texts.get(i));
        }
        if (!gaps.isEmpty()) {
            Gap last = gaps.getLast();
            out.accept(last.region, last.region.isUndefined(), page.end());
        }
    }

    private String indent(int level) {
        return INDENT.repeat(level);
    }

    /** Where writing has got to: the column, and the columns that continued lines start at. */
    private final class Page {
        private final Deque<Integer> anchors = new ArrayDeque<>();
        private int column;
        private boolean anchorNext;

        /** The text before a token. */
        String before(int i) {
            Gap gap = gaps.get(i);
            Role role = roles.get(i);
            int level = depth[i];
            boolean closes = role == Role.CLOSE_BLOCK;
            int commentLevel = closes ? level + 1 : level;
            boolean afterOpening = i > 0 && roles.get(i - 1) == Role.OPEN_BLOCK;
            var text = new StringBuilder();
            boolean separated = i == 0 || afterOpening;
            boolean onNewLine = i == 0;
            for (Gap.Comment comment : gap.comments) {
                boolean ownLine = i == 0 || comment.lineBreaksBefore() > 0;
                if (gap.line && ownLine) {
                    if (!onNewLine || i > 0 || !text.isEmpty()) {
                        boolean wasBlank = comment.lineBreaksBefore() > 1;
                        newLine(text, separated ? wasBlank && !text.isEmpty() : wasBlank || gap.blank);
                    }
                    separated = true;
                    append(text, indent(commentLevel));
                } else if (ownLine && comment.toEndOfLine() && !gap.line) {
                    newLine(text, false);
                    append(text, " ".repeat(anchor(level)));
                } else {
                    append(text, gap.line || comment.toEndOfLine() ? "  " : " ");
                }
                appendComment(text, comment);
                onNewLine = false;
            }
            boolean afterLineComment =
                    !gap.comments.isEmpty() && gap.comments.getLast().toEndOfLine();
            if (gap.line) {
                if (i > 0 || !text.isEmpty()) {
                    boolean first = text.isEmpty() || !separated;
                    boolean wanted = gap.lineBreaksAfter > 1 || (first && gap.blank);
                    boolean allowed = !closes && !(afterOpening && text.isEmpty());
                    newLine(text, wanted && allowed);
                }
                append(text, indent(level));
                anchors.clear();
                anchorNext = true;
            } else if (gap.continued || afterLineComment) {
                newLine(text, false);
                append(text, closes ? indent(level) : " ".repeat(anchor(level)));
            } else {
                append(text, " ".repeat(gap.comments.isEmpty() ? gap.spaces : 1));
            }
            return text.toString();
        }

        private int anchor(int level) {
            return anchors.isEmpty() ? INDENT.length() * (level + 2) : anchors.peek();
        }

        void token(int i, String text) {
            if (anchorNext && roles.get(i) != Role.MEMBER && roles.get(i) != Role.PROPERTY) {
                anchors.clear();
                anchors.push(column);
                anchorNext = false;
            }
            column += text.length();
            switch (roles.get(i)) {
                case OPEN_CALL, OPEN_GROUP -> anchors.push(column);
                case CLOSE_GROUP -> {
                    if (!anchors.isEmpty()) {
                        anchors.pop();
                    }
                }
                case HEAD_COLON -> anchorNext = true;
                case OPEN_BLOCK -> anchors.clear();
                default -> {}
            }
        }

        /** The text after the last token. */
        String end() {
            Gap gap = gaps.getLast();
            var text = new StringBuilder();
            for (Gap.Comment comment : gap.comments) {
                if (tokens.isEmpty() && text.isEmpty()) {
                    appendComment(text, comment);
                    continue;
                }
                if (comment.lineBreaksBefore() > 0) {
                    newLine(text, comment.lineBreaksBefore() > 1);
                } else {
                    append(text, "  ");
                }
                appendComment(text, comment);
            }
            if (!tokens.isEmpty() || !text.isEmpty()) {
                text.append(lineBreak);
            }
            return text.toString();
        }

        private void newLine(StringBuilder text, boolean blank) {
            text.append(lineBreak);
            if (blank) {
                text.append(lineBreak);
            }
            column = 0;
        }

        private void append(StringBuilder text, String more) {
            text.append(more);
            column += more.length();
        }

        /** Lines after the first keep their place below it; where they begin with a star, one column to the right. */
        private void appendComment(StringBuilder text, Gap.Comment comment) {
            if (comment.text().indexOf('\n') < 0) {
                append(text, Gap.withoutTrailingBlanks(comment.text()));
                return;
            }
            int start = column;
            String[] lines = comment.text().split("\r?\n", -1);
            append(text, Gap.withoutTrailingBlanks(lines[0]));
            for (int i = 1; i < lines.length; i++) {
                newLine(text, false);
                String whole = Gap.withoutTrailingBlanks(lines[i]);
                String line = whole.replaceFirst("^[ \\t]+", "");
                if (line.isEmpty()) {
                    continue;
                }
                int written = whole.length() - line.length();
                int place = line.startsWith("*") ? start + 1 : Math.max(0, written + start - comment.column());
                append(text, " ".repeat(place) + line);
            }
        }
    }
}
