/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.List;
import org.memwright.lang.ide.text.Span;

/**
 * Something that may be written at a place.
 *
 * @param label what a list shows
 * @param text what is inserted
 * @param fields parts of the text that one fills in, in their order; empty for none
 * @param replaces what it takes the place of: the word that the caret is in, or nothing
 * @param detail a few words beside the label, such as a signature; may be empty
 * @param documentation Markdown; may be empty
 */
public record Proposal(
        Sort sort, String label, String text, List<Field> fields, Span replaces, String detail, String documentation) {
    public Proposal {
        fields = List.copyOf(fields);
    }

    /** What is proposed, which says what icon it gets. */
    public enum Sort {
        KEYWORD,
        DECLARATION,
        PART,
        PARAMETER,
        PROPERTY,
        MECHANISM,
        ARGUMENT,
        METRIC,
        ENGINE,
        EVENT,
        UNIT,
        VALUE,
        PACKAGE
    }

    /**
     * A part of the inserted text that one fills in.
     *
     * @param span in the inserted text
     * @param choices what it may be; empty for anything
     */
    public record Field(Span span, List<String> choices) {
        public Field {
            choices = List.copyOf(choices);
        }
    }
}
