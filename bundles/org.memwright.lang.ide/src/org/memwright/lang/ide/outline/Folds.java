/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.text.Lines;

/** Finds what folds: blocks and calls over several lines, comments, imports. */
public final class Folds {
    private Folds() {}

    /** By first line, the outer ones first. */
    public static List<Fold> of(XtextResource resource) {
        ICompositeNode root = resource.getParseResult().getRootNode();
        var lines = new Lines(root.getText());
        Map<Extent, Fold> folds = new LinkedHashMap<>();
        Deque<Integer> open = new ArrayDeque<>();
        int commentStart = -1;
        int commentEnd = -1;
        for (ILeafNode leaf : root.getLeafNodes()) {
            String text = leaf.getText();
            int line = lines.line(leaf.getOffset());
            if (leaf.isHidden()) {
                if (text.startsWith("/*")) {
                    add(folds, line, lines.line(leaf.getEndOffset()), Fold.Type.COMMENT);
                } else if (text.startsWith("//") && isFirst(root.getText(), lines, leaf)) {
                    if (line != commentEnd + 1 || commentStart < 0) {
                        add(folds, commentStart, commentEnd, Fold.Type.COMMENT);
                        commentStart = line;
                    }
                    commentEnd = line;
                }
            } else if (text.equals("{") || text.equals("(")) {
                open.push(line);
            } else if ((text.equals("}") || text.equals(")")) && !open.isEmpty()) {
                int last = text.equals("}") ? line - 1 : line;
                add(folds, open.pop(), last, Fold.Type.BLOCK);
            }
        }
        add(folds, commentStart, commentEnd, Fold.Type.COMMENT);
        Designs.module(resource).ifPresent(module -> {
            if (!module.getImports().isEmpty()) {
                add(
                        folds,
                        line(lines, module.getImports().getFirst()),
                        line(lines, module.getImports().getLast()),
                        Fold.Type.IMPORTS);
            }
        });
        List<Fold> ordered = new ArrayList<>(folds.values());
        ordered.sort(Comparator.comparingInt(Fold::startLine)
                .thenComparing(Comparator.comparingInt(Fold::endLine).reversed()));
        return ordered;
    }

    private static boolean isFirst(String text, Lines lines, ILeafNode leaf) {
        return text.substring(lines.start(lines.line(leaf.getOffset())), leaf.getOffset())
                .isBlank();
    }

    private static int line(Lines lines, EObject part) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(part);
        return node == null ? 0 : lines.line(node.getOffset());
    }

    /** Lines that are folded once, whatever they hold. */
    private record Extent(int start, int end) {}

    private static void add(Map<Extent, Fold> folds, int start, int end, Fold.Type type) {
        if (start >= 0 && end > start) {
            folds.putIfAbsent(new Extent(start, end), new Fold(start, end, type));
        }
    }
}
