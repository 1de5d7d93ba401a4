/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.issue.Nearest;
import org.memwright.model.Argument;
import org.memwright.model.Expression;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Reference;
import org.memwright.runtime.vocabulary.EngineWord;
import org.memwright.runtime.vocabulary.MetricArgument;
import org.memwright.runtime.vocabulary.MetricWord;
import org.memwright.units.Dimension;
import org.memwright.units.Units;

/** Checks metrics against what an engine produces and what the hardware has. */
final class Metrics {
    private static final Pattern STATISTIC = Pattern.compile("mean|min|max|p[0-9]{1,6}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    private final EngineWord engine;
    private final @Nullable WholeHardware hardware;
    private final MechanismCalls.Problems problems;

    Metrics(EngineWord engine, @Nullable WholeHardware hardware, MechanismCalls.Problems problems) {
        this.engine = engine;
        this.hardware = hardware;
        this.problems = problems;
    }

    /** The metric that is named; null where there is none, which is then reported. */
    @Nullable
    MetricWord check(EObject at, String name, List<Argument> arguments) {
        MetricWord metric = engine.metric(name).orElse(null);
        if (metric == null) {
            List<String> known = engine.metrics().stream().map(MetricWord::name).toList();
            String nearest = Nearest.to(name, known);
            report(
                    at,
                    LangIssue.METRIC_UNKNOWN,
                    nearest.isEmpty() ? List.of() : List.of(nearest),
                    engine.name(),
                    name,
                    nearest.isEmpty() ? " It produces " + Nearest.list(known) + "." : Nearest.question(nearest));
            return null;
        }
        if (arguments.isEmpty()) {
            if (needsAName(metric.argument())) {
                argument(at, metric, "", "");
            }
            return metric;
        }
        for (Argument argument : arguments) {
            if (argument.getValue() != null) {
                argument(metric, argument.getValue());
            }
        }
        return metric;
    }

    private static boolean needsAName(MetricArgument argument) {
        return switch (argument) {
            case TIER, TIER_OR_LINK, RESOURCE, COUNT -> true;
            case NONE, STATISTIC, THING -> false;
        };
    }

    private void argument(MetricWord metric, Expression value) {
        String written = switch (value) {
            case Reference reference -> String.valueOf(reference.getName());
            case NumberLiteral number when number.getUnit() == null -> number.getAmount();
            default -> Positions.text(value);
        };
        boolean fits = switch (metric.argument()) {
            case NONE -> false;
            case STATISTIC -> STATISTIC.matcher(written).matches();
            case THING -> metric.things().contains(written);
            case COUNT -> COUNT.matcher(written).matches();
            case TIER, TIER_OR_LINK, RESOURCE -> value instanceof Reference && isThere(metric.argument(), written);
        };
        if (!fits) {
            String nearest = Nearest.to(written, known(metric));
            argument(value, metric, ", but found '" + written + "'", nearest);
        }
    }

    private void argument(EObject at, MetricWord metric, String found, String nearest) {
        List<String> known = known(metric);
        String hint = Nearest.question(nearest) + (known.isEmpty() ? "" : " There is " + Nearest.list(known) + ".");
        report(
                at,
                LangIssue.METRIC_ARGUMENT,
                nearest.isEmpty() ? List.of() : List.of(nearest),
                metric.name(),
                metric.argument() == MetricArgument.THING
                        ? String.join(" or ", metric.things())
                        : metric.argument().label(),
                found,
                hint);
    }

    private boolean isThere(MetricArgument argument, String name) {
        return hardware == null || known(argument).contains(name);
    }

    private List<String> known(MetricWord metric) {
        return metric.argument() == MetricArgument.THING ? metric.things() : known(metric.argument());
    }

    private List<String> known(MetricArgument argument) {
        WholeHardware there = hardware;
        if (there == null) {
            return List.of();
        }
        List<String> names = new java.util.ArrayList<>();
        switch (argument) {
            case TIER -> names.addAll(there.tierNames());
            case TIER_OR_LINK -> {
                names.addAll(there.tierNames());
                names.addAll(there.linkNames());
            }
            case RESOURCE -> {
                names.addAll(there.computeUnitNames());
                names.addAll(there.tierNames());
                names.addAll(there.linkNames());
            }
            case NONE, STATISTIC, THING, COUNT -> {}
        }
        return names;
    }

    /** What a metric measures; null where that depends on its argument. */
    static @Nullable Dimension dimension(MetricWord metric, List<Argument> arguments) {
        if (metric.argument() == MetricArgument.THING && !arguments.isEmpty()) {
            return null;
        }
        return Units.find(metric.unit()).map(unit -> unit.dimension()).orElse(null);
    }

    private void report(EObject at, LangIssue issue, List<String> data, Object... values) {
        problems.report(at, issue, data, issue.text(values));
    }
}
