/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/**
 * A formula over the fields of an item: {@code exp(-age / (strength * 30 d)) > 0.05}.
 *
 * <p>Units: fields and results are in base units. A comparison is 1 where it holds and 0 where not. {@link StrictMath} makes
 * results alike on every machine.
 */
public sealed interface Formula extends Value {
    /** The functions of one number without a dimension. */
    Set<String> FUNCTIONS = Set.of("exp", "log", "sqrt");

    /** The functions of several values of one dimension. */
    Set<String> CHOICES = Set.of("min", "max");

    /** The comparisons, whose value is 1 or 0. */
    Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

    /** The value for an item, in base units. */
    double value(ToDoubleFunction<String> fields);

    /**
     * What the value measures.
     *
     * @param fields what each field measures
     * @throws IllegalArgumentException where dimensions do not go together: a time added to a number
     */
    Dimension dimension(Map<String, Dimension> fields);

    /** A number with its unit. */
    record Constant(Quantity quantity) implements Formula {
        @Override
        public double value(ToDoubleFunction<String> fields) {
            return quantity.base();
        }

        @Override
        public Dimension dimension(Map<String, Dimension> fields) {
            return quantity.dimension();
        }

        @Override
        public String toString() {
            return quantity.toString();
        }
    }

    /** A field of the item. */
    record Field(String name) implements Formula {
        @Override
        public double value(ToDoubleFunction<String> fields) {
            return fields.applyAsDouble(name);
        }

        @Override
        public Dimension dimension(Map<String, Dimension> fields) {
            Dimension dimension = fields.get(name);
            if (dimension == null) {
                throw new IllegalArgumentException("there is no field '" + name + "'; there are "
                        + String.join(", ", fields.keySet().stream().sorted().toList()));
            }
            return dimension;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The opposite number. */
    record Negated(Formula operand) implements Formula {
        @Override
        public double value(ToDoubleFunction<String> fields) {
            return -operand.value(fields);
        }

        @Override
        public Dimension dimension(Map<String, Dimension> fields) {
            return operand.dimension(fields);
        }

        @Override
        public String toString() {
            return "-" + operand;
        }
    }

    /**
     * Two values joined.
     *
     * @param operator one of {@code + - * /} and {@link #COMPARISONS}
     */
    record Operation(Formula left, String operator, Formula right) implements Formula {
        @Override
        public double value(ToDoubleFunction<String> fields) {
            double l = left.value(fields);
            double r = right.value(fields);
            return switch (operator) {
                case "+" -> l + r;
                case "-" -> l - r;
                case "*" -> l * r;
                case "/" -> l / r;
                case "<" -> l < r ? 1 : 0;
                case "<=" -> l <= r ? 1 : 0;
                case ">" -> l > r ? 1 : 0;
                case ">=" -> l >= r ? 1 : 0;
                case "==" -> l == r ? 1 : 0;
                case "!=" -> l != r ? 1 : 0;
                default -> throw new IllegalStateException("'" + operator + "' is not an operator of formulas");
            };
        }

        @Override
        public Dimension dimension(Map<String, Dimension> fields) {
            Dimension l = left.dimension(fields);
            Dimension r = right.dimension(fields);
            return switch (operator) {
                case "*" -> l.times(r);
                case "/" -> l.dividedBy(r);
                case "+", "-" -> same(l, r, () -> "'" + this + "'");
                default -> {
                    same(l, r, () -> "'" + this + "'");
                    yield Dimension.NUMBER;
                }
            };
        }

        @Override
        public String toString() {
            return "(" + left + " " + operator + " " + right + ")";
        }
    }

    /**
     * A function of values.
     *
     * @param name one of {@link #FUNCTIONS} and {@link #CHOICES}
     */
    record Function(String name, List<Formula> arguments) implements Formula {
        public Function {
            arguments = List.copyOf(arguments);
        }

        @Override
        public double value(ToDoubleFunction<String> fields) {
            double first = arguments.getFirst().value(fields);
            return switch (name) {
                case "exp" -> StrictMath.exp(first);
                case "log" -> StrictMath.log(first);
                case "sqrt" -> StrictMath.sqrt(first);
                default -> {
                    double best = first;
                    for (int i = 1; i < arguments.size(); i++) {
                        double next = arguments.get(i).value(fields);
                        best = name.equals("min") ? Math.min(best, next) : Math.max(best, next);
                    }
                    yield best;
                }
            };
        }

        @Override
        public Dimension dimension(Map<String, Dimension> fields) {
            Dimension first = arguments.getFirst().dimension(fields);
            if (FUNCTIONS.contains(name)) {
                return same(first, Dimension.NUMBER, () -> "the argument of '" + this + "'");
            }
            for (int i = 1; i < arguments.size(); i++) {
                same(first, arguments.get(i).dimension(fields), () -> "'" + this + "'");
            }
            return first;
        }

        @Override
        public String toString() {
            return name + "("
                    + String.join(", ", arguments.stream().map(Object::toString).toList()) + ")";
        }
    }

    private static Dimension same(Dimension left, Dimension right, Supplier<String> where) {
        if (!left.equals(right)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "in %s one side is %s, the other %s", where.get(), left.describe(), right.describe()));
        }
        return left;
    }
}
