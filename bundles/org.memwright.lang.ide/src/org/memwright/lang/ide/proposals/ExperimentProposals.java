/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EReference;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.lang.ide.documentation.WordDocs;
import org.memwright.lang.ide.meaning.Experiments;
import org.memwright.lang.ide.meaning.Meaning;
import org.memwright.lang.ide.meaning.Words;
import org.memwright.lang.ide.proposals.Proposal.Sort;
import org.memwright.lang.ide.proposals.Surroundings.Call;
import org.memwright.lang.ide.proposals.Surroundings.Level;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.model.Axis;
import org.memwright.model.Column;
import org.memwright.model.Experiment;
import org.memwright.model.Expression;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Parameter;
import org.memwright.model.Tier;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.MetricArgument;
import org.memwright.units.Dimension;
import org.memwright.units.Unit;
import org.memwright.units.Units;

/** Clauses of an experiment and what they name. */
final class ExperimentProposals extends CallProposals {
    ExperimentProposals(Place place) {
        super(place);
    }

    private static final List<String> STATISTICS = List.of("p50", "p90", "p95", "p99", "mean", "min", "max");

    void experiment(Level level) {
        List<String> clause = level.clause;
        String first = clause.isEmpty() ? "" : clause.getFirst();
        String last = clause.isEmpty() ? "" : clause.getLast();
        boolean start = clause.size() == 1 || last.equals(".");
        switch (first) {
            case "" -> experimentClauses(level);
            case "on" -> declaration(level, start, ModelPackage.Literals.EXPERIMENT__HARDWARE);
            case "model" -> declaration(level, start, ModelPackage.Literals.EXPERIMENT__MODEL);
            case "workload" -> declaration(level, start, ModelPackage.Literals.EXPERIMENT__WORKLOAD);
            case "split" -> {
                if (start || last.equals(",")) {
                    offers.add(Sort.VALUE, "tensor", "tensor <4>", "", () -> "Splits every matrix over the devices.");
                    offers.add(
                            Sort.VALUE, "pipeline", "pipeline <2>", "", () -> "Gives every device some of the layers.");
                } else if (Surroundings.isNumber(last)) {
                    experimentClauses(level);
                }
            }
            case "serving" -> {
                if (!here.calls().isEmpty()) {
                    arguments();
                } else if (start) {
                    mechanisms(experimentCalls(), List.of(MechanismKind.SCHEDULER));
                } else {
                    experimentClauses(level);
                }
            }
            case "compare" -> compare(level);
            case "vary" -> vary(level);
            case "slo" -> slo(level);
            case "measure" -> measure(level);
            case "expect" -> expect(level);
            case "repeat" -> {
                if (clause.size() == 2) {
                    keyword("seeds");
                } else if (last.equals("seeds")) {
                    experimentClauses(level);
                }
            }
            default -> {}
        }
    }

    private void declaration(Level level, boolean start, EReference reference) {
        if (start) {
            references(reference, null, Sort.DECLARATION);
        } else {
            experimentClauses(level);
        }
    }

    private void experimentClauses(Level level) {
        Set<String> written = new HashSet<>();
        level.before.forEach(clause -> written.add(clause.getFirst()));
        if (!level.clause.isEmpty()) {
            written.add(level.clause.getFirst());
        }
        Map<String, String> clauses = new LinkedHashMap<>();
        clauses.put("on", "on <A100_80G>");
        clauses.put("split", "split <tensor|pipeline> <4>");
        clauses.put("model", "model <Llama2_7B>");
        clauses.put("workload", "workload <Workload>");
        clauses.put("serving", "serving <continuous(max_running: 256)>");
        clauses.put("compare", "compare <Memory>");
        clauses.put("vary", "vary <batch> in <1, 8, 32>");
        clauses.put("slo", "slo <ttft> <= <200 ms>");
        clauses.put("measure", "measure <throughput>");
        clauses.put("expect", "expect <Memory.throughput> >= <100 tokens/s>");
        clauses.put("repeat", "repeat <5> seeds");
        Set<String> several = Set.of("vary", "expect", "split", "slo", "measure", "compare");
        clauses.forEach((word, pattern) -> {
            if (several.contains(word) || !written.contains(word)) {
                keyword(word, pattern);
            }
        });
    }

    private void compare(Level level) {
        List<String> clause = level.clause;
        String last = clause.getLast();
        if (!here.calls().isEmpty()) {
            columnArguments(here.calls());
        } else if (clause.size() == 1 || last.equals(",") || last.equals(".")) {
            references(ModelPackage.Literals.COLUMN__MEMORY, null, Sort.DECLARATION);
        } else if (!last.equals("as")) {
            if (!(clause.size() > 2 && clause.get(clause.size() - 2).equals("as"))) {
                keyword("as");
            }
            experimentClauses(level);
        }
    }

    /** The parameters of the memory whose brackets are open. */
    private void columnArguments(List<Call> calls) {
        Call call = calls.getFirst();
        Memory memory = columns().stream()
                .map(Column::getMemory)
                .filter(each -> each != null && !each.eIsProxy() && call.callee.equals(each.getName()))
                .findFirst()
                .or(() -> designs.declarations(Memory.class).stream()
                        .filter(each -> call.callee.equals(each.getName()))
                        .findFirst())
                .orElse(null);
        if (memory == null || calls.size() > 1 || !call.argument.isEmpty() || !call.words.isEmpty()) {
            return;
        }
        for (Parameter parameter : WholeMemory.of(memory).parameters().values()) {
            Expression value = parameter.getValue();
            String written = value == null ? "" : Positions.text(value);
            if (!call.named.contains(parameter.getName())) {
                offers.add(
                        Sort.PARAMETER,
                        parameter.getName() + ":",
                        parameter.getName() + ": <" + written + ">",
                        "default " + written,
                        () -> docs.markdown(parameter));
            }
        }
    }

    private void vary(Level level) {
        List<String> clause = level.clause;
        String last = clause.getLast();
        if (clause.size() == 1 || last.equals(".")) {
            axes(last.equals(".") ? clause.get(clause.size() - 2) : "");
        } else if (!clause.contains("in")) {
            keyword("in");
        } else if (!Surroundings.wantsOperand(clause) && !last.equals("in")) {
            experimentClauses(level);
        }
    }

    /** What an axis may be: parameters of memories and of the serving rule, properties of the workload. */
    private void axes(String owner) {
        for (Column column : columns()) {
            Memory memory = column.getMemory();
            if (memory == null || memory.eIsProxy()) {
                continue;
            }
            String name = Experiments.name(column);
            for (Parameter parameter : WholeMemory.of(memory).parameters().values()) {
                if (owner.isEmpty() || owner.equals(name)) {
                    named(Sort.PARAMETER, parameter);
                }
            }
            if (owner.isEmpty() && !WholeMemory.of(memory).parameters().isEmpty()) {
                offers.word(Sort.DECLARATION, name, "column", Place::nothing);
            }
        }
        if (owner.isEmpty() || owner.equals("serving")) {
            if (owner.isEmpty()) {
                offers.word(Sort.VALUE, "batch", "How many requests run at once.", Place::nothing);
            }
            serving()
                    .ifPresent(rule -> rule.params()
                            .forEach(param -> offers.word(
                                    Sort.ARGUMENT,
                                    param.name(),
                                    "of " + rule.name(),
                                    () -> WordDocs.parameter(rule, param))));
        }
        if (owner.isEmpty() || owner.equals("workload")) {
            Properties.of(PropertyOwner.WORKLOAD)
                    .values()
                    .forEach(word ->
                            offers.word(Sort.PROPERTY, word.name(), "of the workload", () -> WordDocs.property(word)));
        }
    }

    private Optional<MechanismWord> serving() {
        return owner(Experiment.class)
                .map(Experiment::getServing)
                .filter(org.memwright.model.Call.class::isInstance)
                .flatMap(rule -> experimentCalls()
                        .mechanism(
                                List.of(MechanismKind.SCHEDULER),
                                String.valueOf(((org.memwright.model.Call) rule).getName())));
    }

    private void slo(Level level) {
        List<String> clause = level.clause;
        String last = clause.getLast();
        if (!here.calls().isEmpty()) {
            metricArguments();
        } else if (clause.size() == 1 || last.equals(",")) {
            for (Meaning.MetricName metric : experimentCalls().metrics()) {
                Dimension dimension =
                        Units.find(metric.word().unit()).map(Unit::dimension).orElse(Dimension.NUMBER);
                if (dimension.equals(Dimension.TIME)) {
                    offers.add(
                            Sort.METRIC,
                            metric.word().name(),
                            metric.word().name() + " <= <200 ms>",
                            metric.word().doc(),
                            () -> WordDocs.metric(metric.engine(), metric.word()));
                }
            }
        } else if (!Surroundings.wantsOperand(clause) && clause.contains("<=")) {
            experimentClauses(level);
        }
    }

    private void measure(Level level) {
        List<String> clause = level.clause;
        if (!here.calls().isEmpty()) {
            metricArguments();
        } else if (clause.size() == 1 || clause.getLast().equals(",")) {
            metrics(true);
        } else {
            experimentClauses(level);
        }
    }

    /** @param all whether a template names all usual statistics, as for {@code measure}, or one, as for {@code expect} */
    private void metrics(boolean all) {
        for (Meaning.MetricName metric : experimentCalls().metrics()) {
            String name = metric.word().name();
            String argument = switch (metric.word().argument()) {
                case NONE, THING -> "";
                case STATISTIC -> all ? "<p50, p99>" : "<p50|p90|p99|mean|max>";
                case TIER, TIER_OR_LINK, RESOURCE ->
                    "<" + String.join("|", resources(metric.word().argument())) + ">";
                case COUNT -> "<10>";
            };
            offers.add(
                    Sort.METRIC,
                    name,
                    argument.isEmpty() || argument.equals("<>") ? name : name + "(" + argument + ")",
                    metric.word().doc(),
                    () -> WordDocs.metric(metric.engine(), metric.word()));
        }
    }

    /** The names of tiers, links and compute units that a metric is measured of, on the experiment's hardware. */
    private List<String> resources(MetricArgument argument) {
        WholeHardware hardware =
                owner(Experiment.class).map(experiments::hardware).orElse(null);
        if (hardware == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>(hardware.tierNames());
        if (argument != MetricArgument.TIER) {
            names.addAll(hardware.linkNames());
        }
        if (argument == MetricArgument.RESOURCE) {
            names.addAll(0, hardware.computeUnitNames());
        }
        return names;
    }

    private void metricArguments() {
        Call call = here.calls().getLast();
        Optional<Meaning.MetricName> metric = experimentCalls().metric(call.callee);
        if (metric.isEmpty() || !call.words.isEmpty()) {
            return;
        }
        MetricArgument argument = metric.get().word().argument();
        switch (argument) {
            case STATISTIC ->
                STATISTICS.stream()
                        .filter(statistic -> !call.all.contains(statistic))
                        .forEach(statistic ->
                                offers.word(Sort.VALUE, statistic, Words.statistic(statistic), Place::nothing));
            case THING ->
                metric.get()
                        .word()
                        .things()
                        .forEach(thing -> offers.word(Sort.VALUE, thing, Words.statistic(thing), Place::nothing));
            case TIER, TIER_OR_LINK, RESOURCE -> {
                WholeHardware hardware =
                        owner(Experiment.class).map(experiments::hardware).orElse(null);
                for (String name : resources(argument)) {
                    Optional<Tier> tier = hardware == null ? Optional.empty() : hardware.tier(name);
                    offers.word(
                            Sort.PART,
                            name,
                            tier.isPresent() ? "tier" : "",
                            () -> tier.map(docs::markdown).orElse(""));
                }
            }
            case NONE, COUNT -> {}
        }
    }

    private void expect(Level level) {
        List<String> clause = level.clause;
        String last = clause.getLast();
        int at = clause.lastIndexOf("at");
        if (!here.calls().isEmpty() && at < 0) {
            metricArguments();
            if (here.calls().getLast().callee.isEmpty() && Surroundings.wantsOperand(here.words())) {
                columnNames();
            }
        } else if (at > 0) {
            if (last.equals("at") || last.equals(",")) {
                owner(Experiment.class)
                        .ifPresent(experiment -> experiment
                                .getAxes()
                                .forEach(axis -> offers.add(
                                        Sort.VALUE,
                                        axis.getName(),
                                        axis.getName() + " <" + values(axis) + ">",
                                        "axis",
                                        Place::nothing)));
            } else if (!Surroundings.wantsOperand(clause) && Surroundings.isNumber(last)) {
                experimentClauses(level);
            }
        } else if (last.equals(".")) {
            metrics(false);
        } else if (clause.size() == 1 || Surroundings.wantsOperand(clause)) {
            columnNames();
        } else if (clause.stream().anyMatch(Set.of("<", "<=", ">", ">=", "==", "!=")::contains)) {
            keyword("at", "at <batch> <1>");
            experimentClauses(level);
        }
    }

    private static String values(Axis axis) {
        return axis.getValues().stream().map(Positions::text).collect(Collectors.joining("|"));
    }

    private void columnNames() {
        for (Column column : columns()) {
            String name = Experiments.name(column);
            if (!name.isEmpty()) {
                offers.word(Sort.DECLARATION, name, "column", () -> docs.markdown(column));
            }
        }
    }
}
