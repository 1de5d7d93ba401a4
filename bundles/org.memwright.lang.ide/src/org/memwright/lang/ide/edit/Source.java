/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/** The text of one file and where its parts stand in it. */
final class Source {
    private final String text;
    private final List<ILeafNode> leaves = new ArrayList<>();

    Source(XtextResource resource) {
        ICompositeNode root = resource.getParseResult().getRootNode();
        text = root.getText();
        root.getLeafNodes().forEach(leaves::add);
    }

    String text() {
        return text;
    }

    /** From offset to before end. */
    record Span(int start, int end) {}

    static boolean isWritten(EObject part) {
        return NodeModelUtils.getNode(part) != null;
    }

    /** A part without the comments and white space around it. */
    static Span span(EObject part) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(part);
        if (node == null) {
            throw new IllegalArgumentException("a " + part.eClass().getName() + " was not parsed, so it has no place");
        }
        return new Span(node.getOffset(), node.getEndOffset());
    }

    /** What was written for a feature, in the order of the text. */
    static List<INode> nodes(EObject owner, EStructuralFeature feature) {
        return NodeModelUtils.findNodesForFeature(owner, feature);
    }

    static Optional<INode> node(EObject owner, EStructuralFeature feature) {
        return nodes(owner, feature).stream().findFirst();
    }

    static Span span(INode node) {
        return new Span(node.getOffset(), node.getEndOffset());
    }

    /** The braces of a part's own block: the end of the first and the start of the last; empty where it has none. */
    static Optional<Span> block(EObject owner) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(owner);
        if (node == null) {
            return Optional.empty();
        }
        int open = -1;
        int close = -1;
        for (ILeafNode leaf : node.getLeafNodes()) {
            if (leaf.getGrammarElement() instanceof Keyword keyword
                    && NodeModelUtils.findActualSemanticObjectFor(leaf) == owner) {
                if (keyword.getValue().equals("{") && open < 0) {
                    open = leaf.getEndOffset();
                } else if (keyword.getValue().equals("}")) {
                    close = leaf.getOffset();
                }
            }
        }
        return open < 0 || close < open ? Optional.empty() : Optional.of(new Span(open, close));
    }

    /** The keyword of an owner that follows an offset directly, such as the {@code ]} after a count. */
    int endOfKeyword(EObject owner, String word, int from) {
        for (ILeafNode leaf : NodeModelUtils.findActualNodeFor(owner).getLeafNodes()) {
            if (leaf.getOffset() >= from
                    && leaf.getGrammarElement() instanceof Keyword keyword
                    && keyword.getValue().equals(word)) {
                return leaf.getEndOffset();
            }
        }
        return from;
    }

    int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** The end of the line, before its line break. */
    int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end > 0 && text.charAt(end - 1) == '\r' && end > offset ? end - 1 : end;
    }

    /** The start of the next line. */
    int nextLine(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    boolean isBlank(int from, int to) {
        return text.substring(from, to).isBlank();
    }

    boolean hasLineBreak(int from, int to) {
        return text.substring(from, to).indexOf('\n') >= 0;
    }

    /** White space before the first character of a line. */
    String indentation(int offset) {
        int start = lineStart(offset);
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    String lineBreak() {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    /** Whether nothing but white space stands before an offset in its line. */
    boolean beginsLine(int offset) {
        return isBlank(lineStart(offset), offset);
    }

    /** Whether nothing but a comment stands behind an offset in its line. */
    boolean endsLine(int offset) {
        int end = lineEnd(offset);
        for (int i = firstLeaf(offset); i < leaves.size() && leaves.get(i).getOffset() < end; i++) {
            ILeafNode leaf = leaves.get(i);
            boolean comment = leaf.isHidden() && !leaf.getText().isBlank();
            if (!leaf.isHidden() || (comment && leaf.getEndOffset() > nextLine(offset))) {
                return false;
            }
        }
        return true;
    }

    /** The last visible token that ends at or before an offset; null at the start of the file. */
    @Nullable
    ILeafNode tokenBefore(int offset) {
        for (int i = firstLeaf(offset) - 1; i >= 0; i--) {
            if (!leaves.get(i).isHidden()) {
                return leaves.get(i);
            }
        }
        return null;
    }

    /** The first visible token that starts at or behind an offset; null at the end of the file. */
    @Nullable
    ILeafNode tokenAfter(int offset) {
        for (int i = firstLeaf(offset); i < leaves.size(); i++) {
            if (!leaves.get(i).isHidden()) {
                return leaves.get(i);
            }
        }
        return null;
    }

    /** Where a part that stands on its own lines begins: at the line of the comments attached to it. */
    int startWithComments(int offset) {
        int start = lineStart(offset);
        for (int i = firstLeaf(offset) - 1; i >= 0 && leaves.get(i).isHidden(); i--) {
            ILeafNode leaf = leaves.get(i);
            String written = leaf.getText();
            if (written.isBlank()) {
                if (written.chars().filter(c -> c == '\n').count() > (endsWithBreak(i - 1) ? 0 : 1)) {
                    break; // a blank line parts the comment above from what is below
                }
            } else if (beginsLine(leaf.getOffset()) && leaf.getOffset() > 0 || leaf.getOffset() == 0) {
                start = lineStart(leaf.getOffset());
            } else {
                break;
            }
        }
        return start;
    }

    private boolean endsWithBreak(int leaf) {
        return leaf >= 0 && leaves.get(leaf).getText().endsWith("\n");
    }

    /** The first leaf that starts at or behind an offset. */
    private int firstLeaf(int offset) {
        int low = 0;
        int high = leaves.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (leaves.get(middle).getOffset() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
