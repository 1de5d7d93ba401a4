/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.List;
import org.memwright.lang.ide.outline.Fold;
import org.memwright.lang.ide.outline.Symbol;
import org.memwright.lang.ide.outline.Token;

/**
 * What the language says about a text at one moment.
 *
 * @param stamp the document's modification stamp at that moment
 * @param text the text
 * @param tokens the words with their roles, by place
 * @param folds what may be folded away, by line
 * @param symbols what is declared, as a tree
 */
record Analysis(long stamp, String text, List<Token> tokens, List<Fold> folds, List<Symbol> symbols) {
    static final Analysis NONE = new Analysis(-1, "", List.of(), List.of(), List.of());
}
