/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.issue.Nearest;
import org.memwright.model.Argument;
import org.memwright.model.Binary;
import org.memwright.model.Call;
import org.memwright.model.Expression;
import org.memwright.model.Negation;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Reference;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;
import org.memwright.units.Unit;
import org.memwright.units.Units;

/**
 * Evaluates expressions where some names have values: the parameters of a memory, with what overrides them.
 *
 * <p>State: the names; evaluating changes nothing. Cost: linear in the expression and the parameters that it names.
 */
public final class Evaluator {
    /** Brackets, signs and names that a value may go through one inside the other, because each is a call deeper. */
    private static final int MOST_STEPS = 300;

    private static final Set<String> FUNCTIONS = Set.of("min", "max");

    /** Where an evaluation is: the names whose values are being computed, and how deep it has gone. */
    private static final class Progress {
        private final Set<String> names = new HashSet<>();
        private int depth;
    }

    private final Map<String, Expression> names;

    private Evaluator(Map<String, Expression> names) {
        this.names = names;
    }

    /** Evaluates expressions without names, such as those of a hardware. */
    public static Evaluator constant() {
        return new Evaluator(Map.of());
    }

    /**
     * Evaluates expressions that may name some values.
     *
     * @param names values by name; they may name each other
     */
    public static Evaluator of(Map<String, Expression> names) {
        return new Evaluator(Map.copyOf(names));
    }

    /** The same with one name more, or with another value for one. */
    public Evaluator with(String name, Expression value) {
        Map<String, Expression> more = new HashMap<>(names);
        more.put(name, value);
        return new Evaluator(Map.copyOf(more));
    }

    /** Whether a name has a value here. */
    public boolean knows(String name) {
        return names.containsKey(name);
    }

    /** The value of a name, as it is written. */
    public Optional<Expression> valueOf(String name) {
        return Optional.ofNullable(names.get(name));
    }

    /**
     * What an expression amounts to.
     *
     * @throws EvaluationFailure with the part at fault, where it has no value: a name without one, bytes added to seconds,
     *     a division by zero, a text
     */
    public Quantity quantity(Expression expression) {
        return quantity(expression, new Progress());
    }

    /**
     * What a name stands for: its value, the value of that where it is a name again, and so on; other expressions stand for
     * themselves.
     *
     * @throws EvaluationFailure where parameters name each other in a circle
     */
    public Expression resolve(Expression expression) {
        Set<String> passed = new HashSet<>();
        Expression at = expression;
        while (at instanceof Reference reference && names.containsKey(reference.getName())) {
            if (!passed.add(reference.getName())) {
                throw new EvaluationFailure(reference, LangIssue.PARAMETER_CYCLE, reference.getName());
            }
            at = names.get(reference.getName());
        }
        return at;
    }

    /** Like {@link #resolve}, but what cannot be resolved stands for itself. */
    public @Nullable Expression resolveOrSelf(@Nullable Expression expression) {
        try {
            return expression == null ? null : resolve(expression);
        } catch (EvaluationFailure circle) {
            return expression;
        }
    }

    private Quantity quantity(@Nullable Expression expression, Progress progress) {
        if (progress.depth == MOST_STEPS && expression != null) {
            throw new EvaluationFailure(expression, LangIssue.PARAMETERS_TOO_DEEP, MOST_STEPS);
        }
        progress.depth++;
        Quantity value = evaluate(expression, progress);
        progress.depth--;
        return value;
    }

    private Quantity evaluate(@Nullable Expression expression, Progress progress) {
        return switch (expression) {
            case NumberLiteral literal -> literal(literal);
            case Negation negation -> {
                requireWhole(negation, negation.getOperand());
                yield quantity(negation.getOperand(), progress).negate();
            }
            case Binary binary -> binary(binary, progress);
            case Reference reference -> named(reference, progress);
            case Call call when FUNCTIONS.contains(call.getName()) -> function(call, progress);
            case null -> throw new IllegalArgumentException("there is no expression to evaluate");
            default -> throw new EvaluationFailure(expression, LangIssue.NOT_A_QUANTITY, Positions.text(expression));
        };
    }

    /** An expression of which the parser found a part only has no value; the syntax error says the rest. */
    private static void requireWhole(Expression expression, @Nullable Expression... parts) {
        for (Expression part : parts) {
            if (part == null) {
                throw new EvaluationFailure(expression, LangIssue.SYNTAX, "The expression is not complete.");
            }
        }
    }

    /**
     * A number as written.
     *
     * @throws EvaluationFailure where it is too large or its unit makes no sense, such as B/B
     */
    public static Quantity literal(NumberLiteral literal) {
        String symbol = literal.getUnit() == null ? "" : literal.getUnit();
        Unit unit = Units.find(symbol)
                .orElseThrow(() -> new EvaluationFailure(
                        literal,
                        LangIssue.UNIT_UNKNOWN,
                        List.of(Units.nearest(symbol)),
                        symbol,
                        Units.nearest(symbol)));
        double amount = Double.parseDouble(literal.getAmount());
        if (!Double.isFinite(amount) || !Double.isFinite(unit.toBase(amount))) {
            throw new EvaluationFailure(literal, LangIssue.NUMBER_TOO_LARGE, shortened(literal.getAmount()));
        }
        return new Quantity(amount, unit);
    }

    private static String shortened(String digits) {
        return digits.length() <= 20 ? digits : digits.substring(0, 17) + "...";
    }

    private Quantity named(Reference reference, Progress progress) {
        String name = reference.getName();
        Expression value = names.get(name);
        if (value == null) {
            String nearest = Nearest.to(name, names.keySet());
            throw new EvaluationFailure(
                    reference,
                    LangIssue.VALUE_UNKNOWN,
                    nearest.isEmpty() ? List.of() : List.of(nearest),
                    name,
                    Nearest.question(nearest));
        }
        if (!progress.names.add(name)) {
            throw new EvaluationFailure(reference, LangIssue.PARAMETER_CYCLE, name);
        }
        Quantity result = quantity(value, progress);
        progress.names.remove(name);
        return result;
    }

    /** A chain such as 1 + 2 + 3 is as deep to the left as it is long, so it is walked rather than descended. */
    private Quantity binary(Binary binary, Progress progress) {
        Deque<Binary> chain = new ArrayDeque<>();
        Expression first = binary;
        while (first instanceof Binary link) {
            requireWhole(link, link.getLeft(), link.getRight());
            chain.push(link);
            first = link.getLeft();
        }
        Quantity value = quantity(first, progress);
        for (Binary link : chain) {
            value = binary(link, value, quantity(link.getRight(), progress));
        }
        return value;
    }

    private static Quantity binary(Binary binary, Quantity left, Quantity right) {
        String operator = binary.getOperator();
        if ((operator.equals("+") || operator.equals("-")) && !left.dimension().equals(right.dimension())) {
            throw new EvaluationFailure(
                    binary,
                    LangIssue.DIMENSIONS_DIFFER,
                    operator.equals("+") ? "added" : "subtracted",
                    left,
                    left.dimension().describe(),
                    right,
                    right.dimension().describe());
        }
        if (operator.equals("/") && right.amount() == 0) {
            throw new EvaluationFailure(binary, LangIssue.DIVISION_BY_ZERO, left, Positions.text(binary.getRight()));
        }
        try {
            return switch (operator) {
                case "+" -> left.plus(right);
                case "-" -> left.minus(right);
                case "*" -> left.times(right);
                case "/" -> left.dividedBy(right);
                default -> throw new EvaluationFailure(binary, LangIssue.NOT_A_QUANTITY, Positions.text(binary));
            };
        } catch (IllegalArgumentException | ArithmeticException overflow) {
            throw new EvaluationFailure(binary, LangIssue.NUMBER_TOO_LARGE, Positions.text(binary));
        }
    }

    private Quantity function(Call call, Progress progress) {
        Quantity best = null;
        for (Argument argument : call.getArguments()) {
            requireWhole(call, argument.getValue());
            Quantity value = quantity(argument.getValue(), progress);
            if (best != null && !best.dimension().equals(value.dimension())) {
                throw new EvaluationFailure(
                        argument.getValue(),
                        LangIssue.DIMENSIONS_DIFFER,
                        "compared",
                        best,
                        best.dimension().describe(),
                        value,
                        value.dimension().describe());
            }
            if (best == null
                    || (call.getName().equals("min") ? value.base() < best.base() : value.base() > best.base())) {
                best = value;
            }
        }
        if (best == null) {
            throw new EvaluationFailure(call, LangIssue.NOT_A_QUANTITY, Positions.text(call));
        }
        return best;
    }

    /**
     * A quantity of one dimension.
     *
     * @throws EvaluationFailure where it has no value or measures something else
     */
    public Quantity quantity(Expression expression, Dimension dimension) {
        Quantity value = quantity(expression);
        if (!value.dimension().equals(dimension)) {
            throw new EvaluationFailure(
                    expression,
                    LangIssue.WRONG_DIMENSION,
                    Positions.text(expression),
                    value.dimension().describe(),
                    dimension.describe());
        }
        return value;
    }
}
