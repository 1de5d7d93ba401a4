/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.outline;

import java.util.List;
import org.memwright.lang.ide.names.Kind;
import org.memwright.lang.ide.text.Span;

/**
 * A declaration, part or rule of a file.
 *
 * @param name what it is called; of a rule, the store or event that it is about
 * @param detail what is said beside the name, such as its value; may be empty
 * @param span all of it
 * @param nameSpan its name
 */
public record Symbol(Kind kind, String name, String detail, Span span, Span nameSpan, List<Symbol> children) {
    public Symbol {
        children = List.copyOf(children);
    }
}
