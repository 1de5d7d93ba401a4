/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.memwright.runtime.Measure;
import org.memwright.runtime.plan.ExpectationPlan;
import org.memwright.runtime.plan.ExpectationPlan.Arithmetic;
import org.memwright.runtime.plan.ExpectationPlan.Constant;
import org.memwright.runtime.plan.ExpectationPlan.Measured;
import org.memwright.runtime.plan.ExpectationPlan.Term;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.plan.Value;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/**
 * Evaluates expectations at the points that they pick.
 *
 * <p>Both sides are evaluated seed by seed, since a seed gives every column the same workload, and it is the interval of
 * their difference that decides: where it holds values for and against, more seeds are needed and nothing is claimed.
 */
final class Judge {
    private final List<RunProfile> runs;

    Judge(List<RunProfile> runs) {
        this.runs = runs;
    }

    /** A side for every seed, or why it has no value. */
    private record Side(List<Double> values, Dimension dimension, String missing) {
        Estimate mean() {
            return Estimate.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        }

        static Side missing(String why) {
            return new Side(List.of(), Dimension.NUMBER, why);
        }
    }

    static boolean picks(ExpectationPlan expectation, Map<String, String> point) {
        return expectation.at().entrySet().stream().allMatch(at -> {
            String value = point.get(at.getKey());
            return value != null && means(at.getValue(), value);
        });
    }

    /** 2048 B is 2 KiB, however the axis and the {@code at} write it. */
    private static boolean means(Value wanted, String shown) {
        if (wanted.toString().equals(shown)) {
            return true;
        }
        if (!(wanted instanceof Value.Amount amount)) {
            return false;
        }
        try {
            return Quantity.parse(shown).sameAs(amount.quantity());
        } catch (IllegalArgumentException notAQuantity) {
            return false;
        }
    }

    Verdict judge(ExpectationPlan expectation, Map<String, String> point, List<Long> seeds) {
        Side left = evaluate(expectation.left(), point, seeds);
        Side right = evaluate(expectation.right(), point, seeds);
        Estimate leftMean = left.mean();
        Estimate rightMean = right.mean();
        Dimension dimension = left.missing().isEmpty() ? left.dimension() : right.dimension();
        String reason = !left.missing().isEmpty() ? left.missing() : right.missing();
        Verdict.Outcome outcome = Verdict.Outcome.UNDECIDED;
        if (reason.isEmpty() && !left.dimension().equals(right.dimension())) {
            reason = "The left side is " + left.dimension() + ", the right side " + right.dimension() + ".";
        }
        if (reason.isEmpty()) {
            double[] differences = new double[seeds.size()];
            Arrays.setAll(
                    differences,
                    i -> difference(left.values().get(i), right.values().get(i)));
            Estimate difference = Estimate.of(differences);
            outcome = decide(expectation.operator(), difference);
            if (outcome == Verdict.Outcome.UNDECIDED) {
                reason = "Over " + seeds.size()
                        + " seeds the difference of the two sides is not told from chance (95 %); repeat more seeds.";
            }
        }
        SourcePosition at = expectation.position();
        return new Verdict(
                expectation.text(),
                point,
                outcome,
                leftMean,
                expectation.operator(),
                rightMean,
                dimension,
                reason,
                ExperimentProfile.withoutFolders(at));
    }

    /** Two infinities do not differ. */
    private static double difference(double left, double right) {
        return left == right ? 0 : left - right;
    }

    private static Verdict.Outcome decide(String operator, Estimate difference) {
        double low = difference.low();
        double high = difference.high();
        boolean same = low == 0 && high == 0;
        boolean apart = low > 0 || high < 0;
        return switch (operator) {
            case "<" -> outcome(high < 0, low >= 0);
            case "<=" -> outcome(high <= 0, low > 0);
            case ">" -> outcome(low > 0, high <= 0);
            case ">=" -> outcome(low >= 0, high < 0);
            case "==" -> outcome(same, apart);
            case "!=" -> outcome(apart, same);
            default ->
                throw new IllegalArgumentException("operator is '" + operator + "', must be one of < <= > >= == !=");
        };
    }

    private static Verdict.Outcome outcome(boolean holds, boolean fails) {
        if (holds) {
            return Verdict.Outcome.PASSED;
        }
        return fails ? Verdict.Outcome.FAILED : Verdict.Outcome.UNDECIDED;
    }

    private Side evaluate(Term term, Map<String, String> point, List<Long> seeds) {
        return switch (term) {
            case Constant constant -> {
                Quantity quantity = constant.quantity();
                yield new Side(Collections.nCopies(seeds.size(), quantity.base()), quantity.dimension(), "");
            }
            case Measured measured -> measured(measured, point, seeds);
            case Arithmetic arithmetic -> arithmetic(arithmetic, point, seeds);
        };
    }

    private Side measured(Measured measured, Map<String, String> point, List<Long> seeds) {
        List<Double> values = new ArrayList<>();
        Dimension dimension = Dimension.NUMBER;
        for (long seed : seeds) {
            var run = runs.stream()
                    .filter(r -> r.column().equals(measured.column())
                            && r.seed() == seed
                            && r.point().equals(point))
                    .findFirst();
            if (run.isEmpty() || run.get().outcome() == RunProfile.Outcome.SKIPPED) {
                return Side.missing("The run of " + measured.column() + " was not made.");
            }
            switch (run.get().outcome()) {
                case PARTIAL -> {
                    return Side.missing("The run of " + measured.column() + " was stopped.");
                }
                case FAILED -> {
                    return Side.missing("The run of " + measured.column() + " failed: "
                            + run.get().message());
                }
                default -> {}
            }
            var measure = run.get().measure(measured.metric());
            if (measure.isEmpty() || Double.isNaN(measure.get().value())) {
                return Side.missing(measured.column() + "." + measured.metric() + " has no value in this run.");
            }
            Measure found = measure.get();
            values.add(found.value());
            dimension = found.dimension();
        }
        return new Side(values, dimension, "");
    }

    private Side arithmetic(Arithmetic term, Map<String, String> point, List<Long> seeds) {
        List<Side> sides = new ArrayList<>();
        for (Term part : List.of(term.left(), term.right())) {
            Side side = evaluate(part, point, seeds);
            if (!side.missing().isEmpty()) {
                return side;
            }
            sides.add(side);
        }
        Side a = sides.get(0);
        Side b = sides.get(1);
        Dimension dimension = switch (term.operator()) {
            case "*" -> a.dimension().times(b.dimension());
            case "/" -> a.dimension().dividedBy(b.dimension());
            case "+", "-" -> a.dimension();
            default ->
                throw new IllegalArgumentException("operator is '" + term.operator() + "', must be one of + - * /");
        };
        boolean sum = term.operator().equals("+") || term.operator().equals("-");
        if (sum && !a.dimension().equals(b.dimension())) {
            return Side.missing("'" + term.operator() + "' joins " + a.dimension() + " and " + b.dimension() + ".");
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            double x = a.values().get(i);
            double y = b.values().get(i);
            double value = switch (term.operator()) {
                case "+" -> x + y;
                case "-" -> x - y;
                case "*" -> x * y;
                default -> x / y;
            };
            if (Double.isNaN(value)) {
                return Side.missing("'" + x + " " + term.operator() + " " + y + "' has no value.");
            }
            values.add(value);
        }
        return new Side(values, dimension, "");
    }
}
