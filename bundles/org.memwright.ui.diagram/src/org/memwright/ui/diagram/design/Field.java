/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.design;

import java.util.List;
import java.util.function.Function;

/**
 * Something of an item that can be read and typed: a cell of the property sheet, or text on a figure.
 *
 * @param id such as {@code capacity}
 * @param label how the property sheet calls it
 * @param documentation what it means
 * @param value as written; empty where it is left out
 * @param choices what it can be; empty where it is typed
 * @param typed what typing another value means; null where it cannot be changed
 */
public record Field(
        String id,
        String label,
        String documentation,
        String value,
        List<String> choices,
        Function<String, Attempt> typed) {
    public Field {
        choices = List.copyOf(choices);
    }

    public boolean isEditable() {
        return typed != null;
    }
}
