/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.issue.Nearest;
import org.memwright.model.Argument;
import org.memwright.model.Binary;
import org.memwright.model.Call;
import org.memwright.model.Expectation;
import org.memwright.model.Expression;
import org.memwright.model.Negation;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Point;
import org.memwright.model.Reference;
import org.memwright.model.Select;
import org.memwright.runtime.plan.ExpectationPlan;
import org.memwright.runtime.plan.ExpectationPlan.Arithmetic;
import org.memwright.runtime.plan.ExpectationPlan.Constant;
import org.memwright.runtime.plan.ExpectationPlan.Measured;
import org.memwright.runtime.plan.ExpectationPlan.Term;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.Value;
import org.memwright.units.Quantity;

/** Reads measures and expectations. */
final class Terms {
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");

    private final List<String> columns;
    private final Problems problems;

    /** @param columns names of the columns that a term may measure */
    Terms(List<String> columns, Problems problems) {
        this.columns = columns;
        this.problems = problems;
    }

    /** The calls that an entry of {@code measure} stands for, one for each argument. */
    List<MetricCall> metrics(Expression expression) {
        return switch (expression) {
            case Reference reference -> List.of(new MetricCall(reference.getName(), ""));
            case Call call -> calls(call.getName(), call.getArguments());
            default -> {
                problems.add(CompileIssue.WRONG_METRIC, expression, Positions.text(expression));
                yield List.of();
            }
        };
    }

    private List<MetricCall> calls(String name, List<Argument> arguments) {
        return arguments.isEmpty()
                ? List.of(new MetricCall(name, ""))
                : arguments.stream()
                        .map(a -> new MetricCall(name, argument(a.getValue())))
                        .toList();
    }

    private static String argument(Expression expression) {
        return switch (expression) {
            case Reference reference -> reference.getName();
            case NumberLiteral number when number.getUnit() == null -> number.getAmount();
            default -> Positions.text(expression);
        };
    }

    /** @param at the points that it picks, already read */
    @Nullable
    ExpectationPlan expectation(Expectation expectation, Map<String, Value> at) {
        if (!(expectation.getCondition() instanceof Binary binary) || !COMPARISONS.contains(binary.getOperator())) {
            problems.add(
                    CompileIssue.NOT_A_COMPARISON,
                    expectation,
                    Positions.text(expectation.getCondition()),
                    (columns.isEmpty() ? "A" : columns.getFirst()) + ".throughput >= 100 /s");
            return null;
        }
        Term left = term(binary.getLeft());
        Term right = term(binary.getRight());
        if (left == null || right == null) {
            return null;
        }
        return new ExpectationPlan(text(expectation), left, binary.getOperator(), right, at, Positions.of(expectation));
    }

    private static String text(Expectation expectation) {
        var text = new StringBuilder(Positions.text(expectation.getCondition()));
        String separator = " at ";
        for (Point point : expectation.getPoints()) {
            text.append(separator).append(point.getName()).append(' ').append(Positions.text(point.getValue()));
            separator = ", ";
        }
        return text.toString();
    }

    private @Nullable Term term(Expression expression) {
        if (isConstant(expression)) {
            Quantity quantity = problems.quantity(expression, Evaluator.constant());
            return quantity == null ? null : new Constant(quantity);
        }
        return switch (expression) {
            case Select select -> measured(select);
            case Binary binary
            when !COMPARISONS.contains(binary.getOperator()) -> {
                Term left = term(binary.getLeft());
                Term right = term(binary.getRight());
                yield left == null || right == null ? null : new Arithmetic(left, binary.getOperator(), right);
            }
            case Negation negation -> {
                Term operand = term(negation.getOperand());
                yield operand == null ? null : new Arithmetic(new Constant(Quantity.number(-1)), "*", operand);
            }
            default -> refuse(expression);
        };
    }

    private static boolean isConstant(Expression expression) {
        return switch (expression) {
            case NumberLiteral number -> true;
            case Negation negation -> isConstant(negation.getOperand());
            case Binary binary ->
                !COMPARISONS.contains(binary.getOperator())
                        && isConstant(binary.getLeft())
                        && isConstant(binary.getRight());
            default -> false;
        };
    }

    private @Nullable Term measured(Select select) {
        if (!(select.getTarget() instanceof Reference column)
                || select.getArguments().size() > 1) {
            return refuse(select);
        }
        if (!columns.contains(column.getName())) {
            problems.add(
                    CompileIssue.UNKNOWN_COLUMN,
                    column,
                    column.getName(),
                    Nearest.question(Nearest.to(column.getName(), columns)),
                    String.join(", ", columns));
            return null;
        }
        return new Measured(
                column.getName(), calls(select.getName(), select.getArguments()).getFirst());
    }

    private @Nullable Term refuse(Expression expression) {
        problems.add(
                CompileIssue.NOT_A_TERM,
                expression,
                Positions.text(expression),
                columns.isEmpty() ? "A" : columns.getFirst());
        return null;
    }
}
