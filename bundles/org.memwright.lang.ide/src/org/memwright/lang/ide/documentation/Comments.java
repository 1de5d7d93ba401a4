/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.documentation;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The comment above a declaration, as text. */
final class Comments {
    private Comments() {}

    /** The comment that ends right above a part, without its marks; empty where a blank line or nothing is there. */
    static String above(EObject part) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(part);
        if (node == null) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        int start = node.getOffset();
        for (ILeafNode leaf : node.getRootNode().getLeafNodes()) {
            if (leaf.getOffset() >= start) {
                break;
            }
            String text = leaf.getText();
            if (!leaf.isHidden()) {
                lines.clear();
            } else if (text.startsWith("/*")) {
                lines.clear();
                lines.add(block(text));
            } else if (text.startsWith("//")) {
                lines.add(text.substring(2).strip());
            } else if (blankLine(text, lines)) {
                lines.clear();
            }
        }
        return String.join("\n", lines).strip();
    }

    /** Line comments include their line break, block comments do not. */
    private static boolean blankLine(String space, List<String> lines) {
        long breaks = space.chars().filter(c -> c == '\n').count();
        return breaks > (lines.size() == 1 ? 1 : 0);
    }

    private static String block(String comment) {
        String inner = comment.substring(2, Math.max(2, comment.length() - 2));
        StringBuilder text = new StringBuilder();
        for (String line : inner.lines().toList()) {
            String bare = line.strip();
            while (bare.startsWith("*")) {
                bare = bare.substring(1).strip();
            }
            text.append(bare).append('\n');
        }
        return text.toString().strip();
    }
}
