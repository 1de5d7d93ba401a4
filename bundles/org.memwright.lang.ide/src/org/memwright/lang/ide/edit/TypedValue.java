/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import java.util.Optional;
import org.memwright.model.Expression;

/**
 * What a person typed into a cell, read.
 *
 * @param expression what it means; empty where it cannot stand there
 * @param problem why it cannot: what is, what is allowed; empty where it can
 */
public record TypedValue(Optional<Expression> expression, String problem) {
    static TypedValue of(Expression expression) {
        return new TypedValue(Optional.of(expression), "");
    }

    static TypedValue refused(String problem) {
        return new TypedValue(Optional.empty(), problem);
    }

    public boolean isValid() {
        return expression.isPresent();
    }
}
