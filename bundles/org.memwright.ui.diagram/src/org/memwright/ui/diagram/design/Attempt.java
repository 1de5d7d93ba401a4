/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.design;

import java.util.Optional;
import java.util.function.Function;
import org.memwright.edit.Edit;
import org.memwright.lang.ide.edit.TypedValue;
import org.memwright.model.Expression;

/**
 * What comes of something that a person typed or drew.
 *
 * @param edit what it means; empty where it means nothing that can be done
 * @param problem why it cannot be done; empty where it can
 */
public record Attempt(Optional<Edit> edit, String problem) {
    public static Attempt of(Edit edit) {
        return new Attempt(Optional.of(edit), "");
    }

    public static Attempt refused(String problem) {
        return new Attempt(Optional.empty(), problem);
    }

    /** An edit with a value that was typed, if the value is valid. */
    public static Attempt of(TypedValue value, Function<Expression, Edit> edit) {
        return value.expression()
                .map(expression -> of(edit.apply(expression)))
                .orElseGet(() -> refused(value.problem()));
    }
}
