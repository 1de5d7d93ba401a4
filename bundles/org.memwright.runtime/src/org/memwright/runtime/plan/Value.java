/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

import java.util.List;
import org.memwright.units.Quantity;

/** An evaluated expression of the language. */
public sealed interface Value
        permits Value.Amount, Value.Word, Value.Text, Value.Pipeline, MechanismCall, Formula, TaskPlan {

    /** A number with its unit. */
    record Amount(Quantity quantity) implements Value {
        @Override
        public String toString() {
            return quantity.toString();
        }
    }

    /** A name: of a tier, store, column, or a word that the mechanism knows. */
    record Word(String word) implements Value {
        @Override
        public String toString() {
            return word;
        }
    }

    /** A text; where the parameter is a file, its absolute path. */
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return '"' + text + '"';
        }
    }

    /** Calls joined by {@code |>}, first to last. */
    record Pipeline(List<MechanismCall> calls) implements Value {
        public Pipeline {
            calls = List.copyOf(calls);
        }

        @Override
        public String toString() {
            return String.join(
                    " |> ", calls.stream().map(MechanismCall::toString).toList());
        }
    }
}
