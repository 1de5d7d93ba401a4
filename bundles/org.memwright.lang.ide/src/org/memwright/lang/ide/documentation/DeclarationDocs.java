/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.documentation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.jspecify.annotations.Nullable;
import org.memwright.hardware.Precision;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.lang.evaluate.WholeModel;
import org.memwright.lang.evaluate.WholeWorkload;
import org.memwright.lang.ide.meaning.Experiments;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.scoping.QualifiedNames;
import org.memwright.model.Argument;
import org.memwright.model.Axis;
import org.memwright.model.Call;
import org.memwright.model.Column;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Datum;
import org.memwright.model.Endpoint;
import org.memwright.model.Experiment;
import org.memwright.model.Expression;
import org.memwright.model.Handler;
import org.memwright.model.Hardware;
import org.memwright.model.Link;
import org.memwright.model.Memory;
import org.memwright.model.Model;
import org.memwright.model.ModelFactory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Named;
import org.memwright.model.Parameter;
import org.memwright.model.Peak;
import org.memwright.model.Property;
import org.memwright.model.Reference;
import org.memwright.model.Step;
import org.memwright.model.Store;
import org.memwright.model.Task;
import org.memwright.model.TaskNode;
import org.memwright.model.Tier;
import org.memwright.model.Use;
import org.memwright.model.Variable;
import org.memwright.model.Workload;
import org.memwright.runtime.plan.TransformerShape;
import org.memwright.units.Bytes;
import org.memwright.units.Dimension;
import org.memwright.units.Format;
import org.memwright.units.Quantity;

/**
 * Markdown about what a file declares: its comment, and what can be computed from it.
 *
 * <p>Cost: linear in the declaration and what it inherits; a memory also asks for the experiments of the project.
 */
public final class DeclarationDocs {
    /** Keys and values that no quantiser is named for are kept in 16 bits. */
    private static final Precision UNCOMPRESSED = Precision.FP16;

    private final Experiments experiments;

    public DeclarationDocs(Designs designs) {
        this.experiments = new Experiments(designs);
    }

    /** All that is said about a declaration or part. */
    public String markdown(Named named) {
        var markdown = new Markdown().add(Markdown.code(headline(named))).add(Comments.above(named));
        switch (named) {
            case Hardware hardware -> hardware(hardware, markdown);
            case Tier tier -> tier(tier, markdown);
            case Link link -> link(link, markdown);
            case ComputeUnit unit ->
                markdown.list(unit.getPeaks().stream()
                        .map(peak -> peak.getPrecision() + ": " + text(peak.getValue()))
                        .toList());
            case Use use -> {
                if (use.getHardware() != null && !use.getHardware().eIsProxy()) {
                    hardware(use.getHardware(), markdown);
                }
            }
            case Model model -> model(model, markdown);
            case Memory memory -> memory(memory, markdown);
            case Parameter parameter -> parameter(parameter, markdown);
            case Store store -> store(store, markdown);
            case Workload workload ->
                markdown.add(WholeWorkload.of(workload)
                                .task()
                                .map(task -> "Task: " + task.getName())
                                .orElse(""))
                        .list(WholeWorkload.of(workload).properties().values().stream()
                                .map(Positions::text)
                                .map(Markdown::inline)
                                .toList());
            case Task task ->
                markdown.add(task.getGoal() == null ? "" : "Goal: " + task.getGoal())
                        .add(steps(task) + " steps");
            case Step step -> step(step, markdown);
            case Experiment experiment -> experiment(experiment, markdown);
            case Column column -> {
                if (column.getMemory() != null && !column.getMemory().eIsProxy()) {
                    memory(column.getMemory(), markdown);
                }
            }
            default -> {}
        }
        return markdown.toString();
    }

    /** The first line of a declaration, as it is written without its body. */
    public static String headline(Named named) {
        String name = String.valueOf(named.getName());
        return switch (named) {
            case Hardware hardware -> "hardware " + qualified(named) + parent(hardware.getParent());
            case Model model -> "model " + qualified(named) + parent(model.getParent());
            case Memory memory -> "memory " + qualified(named) + parent(memory.getParent()) + engine(memory);
            case Workload workload -> "workload " + qualified(named) + parent(workload.getParent());
            case Task task -> "task " + qualified(named);
            case Experiment experiment -> "experiment " + qualified(named);
            case ComputeUnit unit ->
                "compute " + name + (unit.getCount() > 1 ? "[" + unit.getCount() + "]" : "")
                        + (unit.getTier() == null ? "" : " in " + unit.getTier().getName()) + of(named);
            case Tier tier ->
                "tier " + name
                        + (tier.getComputeUnit() == null
                                ? ""
                                : " on " + tier.getComputeUnit().getName()) + of(named);
            case Link link ->
                "link " + name + " : " + end(link.getSource()) + (link.isDuplex() ? " <-> " : " -> ")
                        + end(link.getTarget()) + of(named);
            case Use use -> Positions.text(use);
            case Parameter parameter -> "param " + name + " = " + text(parameter.getValue()) + of(named);
            case Store store ->
                "store " + name + " : " + text(store.getLayout())
                        + (store.getTier() == null ? "" : " in " + store.getTier()) + of(named);
            case Variable variable ->
                name + "  // what "
                        + (variable.eContainer() instanceof Handler handler ? handler.getEvent() : "the event")
                        + " hands over";
            case Step step -> "step " + name + (step.getTitle() == null ? "" : " \"" + step.getTitle() + "\"");
            case Datum datum -> (isOutput(datum) ? "out " : "in ") + name + of(named);
            case Column column -> Positions.text(column);
            default -> name;
        };
    }

    private static boolean isOutput(Datum datum) {
        return datum.eContainmentFeature() == ModelPackage.Literals.TASK_NODE__OUTPUTS;
    }

    private static String of(Named part) {
        for (EObject at = part.eContainer(); at != null; at = at.eContainer()) {
            if (at instanceof Named owner && owner.getName() != null) {
                return "  // of " + owner.getName();
            }
        }
        return "";
    }

    private static String qualified(Named named) {
        return String.valueOf(new QualifiedNames().getFullyQualifiedName(named));
    }

    private static String parent(@Nullable Named parent) {
        return parent == null || parent.eIsProxy() ? "" : " extends " + parent.getName();
    }

    private static String engine(Memory memory) {
        String engine = WholeMemory.of(memory).engine();
        return engine.isEmpty() ? "" : " for " + engine;
    }

    private static String end(@Nullable Endpoint end) {
        if (end == null || end.getTier() == null) {
            return "?";
        }
        return (end.getUse() == null ? "" : end.getUse().getName() + ".")
                + end.getTier().getName();
    }

    private static String text(@Nullable EObject part) {
        return part == null ? "?" : Positions.text(part);
    }

    // ── hardware ────────────────────────────────────────────────────────────────────────────────────────────

    private static void hardware(Hardware hardware, Markdown markdown) {
        WholeHardware whole = WholeHardware.of(hardware);
        List<String> facts = new ArrayList<>();
        int devices = whole.devices();
        if (devices > 1) {
            facts.add(String.format(Locale.ROOT, "%,d devices", devices));
        }
        quantity(whole.properties().get("price")).ifPresent(price -> facts.add("price " + price));
        for (WholeHardware part : whole.all()) {
            for (Tier tier : part.tiers()) {
                String capacity = amount(tier, "capacity").map(Bytes::format).orElse("?");
                String bandwidth = bandwidth(tier)
                        .map(b -> ", " + Format.of(b, Dimension.BANDWIDTH))
                        .orElse("");
                facts.add("tier " + Markdown.inline(tier.getName()) + " " + capacity + bandwidth);
            }
            for (ComputeUnit unit : part.computeUnits()) {
                for (Peak peak : unit.getPeaks()) {
                    facts.add("compute " + Markdown.inline(unit.getName())
                            + (unit.getCount() > 1 ? " x " + unit.getCount() : "") + " " + peak.getPrecision() + " "
                            + text(peak.getValue()));
                }
            }
        }
        markdown.list(facts);
    }

    private static void tier(Tier tier, Markdown markdown) {
        List<String> facts = new ArrayList<>();
        Optional<Double> capacity = amount(tier, "capacity");
        Optional<Double> reading = amount(tier, "read").or(() -> amount(tier, "bandwidth"));
        Optional<Double> writing = amount(tier, "write").or(() -> amount(tier, "bandwidth"));
        capacity.ifPresent(bytes -> facts.add("capacity " + Bytes.format(bytes)));
        if (reading.isPresent() && reading.equals(writing)) {
            facts.add("bandwidth " + Format.of(reading.get(), Dimension.BANDWIDTH));
        } else {
            reading.ifPresent(read -> facts.add("read " + Format.of(read, Dimension.BANDWIDTH)));
            writing.ifPresent(write -> facts.add("write " + Format.of(write, Dimension.BANDWIDTH)));
        }
        if (capacity.isPresent() && reading.isPresent() && reading.get() > 0) {
            facts.add("time to read it once: " + Format.of(capacity.get() / reading.get(), Dimension.TIME)
                    + " (capacity / read bandwidth)");
        }
        for (String name : List.of("latency", "access", "energy", "power", "price")) {
            quantity(property(tier.getProperties(), name)).ifPresent(value -> facts.add(name + " " + value));
        }
        markdown.list(facts);
    }

    private static void link(Link link, Markdown markdown) {
        List<String> facts = new ArrayList<>();
        for (String name : List.of("bandwidth", "latency", "energy")) {
            quantity(property(link.getProperties(), name)).ifPresent(value -> facts.add(name + " " + value));
        }
        quantity(property(link.getProperties(), "bandwidth"))
                .filter(bandwidth -> bandwidth.base() > 0)
                .ifPresent(bandwidth -> facts.add("time to move 1 GiB: "
                        + Format.of((1L << 30) / bandwidth.base(), Dimension.TIME) + " (1 GiB / bandwidth)"));
        markdown.list(facts);
    }

    private static Optional<Double> bandwidth(Tier tier) {
        return amount(tier, "bandwidth").or(() -> amount(tier, "read"));
    }

    private static Optional<Double> amount(Tier tier, String name) {
        return quantity(property(tier.getProperties(), name)).map(Quantity::base);
    }

    private static @Nullable Property property(Collection<Property> properties, String name) {
        return properties.stream()
                .filter(property -> name.equals(property.getName()))
                .findFirst()
                .orElse(null);
    }

    private static Optional<Quantity> quantity(@Nullable Property property) {
        if (property == null || property.getValue() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Evaluator.constant().quantity(property.getValue()));
        } catch (EvaluationFailure reportedByTheChecks) {
            return Optional.empty();
        }
    }

    // ── models ──────────────────────────────────────────────────────────────────────────────────────────────

    private static void model(Model model, Markdown markdown) {
        Optional<TransformerShape> shape = shape(model);
        if (shape.isEmpty()) {
            markdown.add("Its parameters cannot be counted while the declaration has errors.");
            return;
        }
        TransformerShape s = shape.get();
        List<String> facts = new ArrayList<>();
        facts.add(String.format(Locale.ROOT, "%,d parameters", s.parameters()));
        if (s.activeParameters() != s.parameters()) {
            facts.add(String.format(Locale.ROOT, "%,d parameters are active for one token", s.activeParameters()));
        }
        facts.add("weights in " + s.weights().word() + ": " + Bytes.format(s.weightBytes()));
        facts.add("keys and values of one token in " + UNCOMPRESSED.word() + ": " + exact(tokenBytes(s)));
        facts.add("keys and values of the whole context of " + String.format(Locale.ROOT, "%,d", s.context())
                + " tokens: " + Bytes.format(tokenBytes(s) * s.context()));
        markdown.list(facts);
    }

    /** What can be told of a model; empty while its declaration has errors. */
    static Optional<TransformerShape> shape(Model model) {
        try {
            return Optional.of(WholeModel.of(model).shape());
        } catch (EvaluationFailure reportedByTheChecks) {
            return Optional.empty();
        }
    }

    private static double tokenBytes(TransformerShape shape) {
        return shape.keyValueNumbersPerToken() * UNCOMPRESSED.bytes();
    }

    private static String exact(double bytes) {
        String read = Bytes.format(bytes);
        String all = String.format(Locale.ROOT, "%,d B", Math.round(bytes));
        return bytes < 1024 ? read : read + " (" + all + ")";
    }

    // ── memories ────────────────────────────────────────────────────────────────────────────────────────────

    private void memory(Memory memory, Markdown markdown) {
        WholeMemory whole = WholeMemory.of(memory);
        List<String> facts = new ArrayList<>();
        whole.parameters().values().forEach(parameter -> facts.add(Markdown.inline(headlineOf(parameter))));
        whole.stores().values().forEach(store -> facts.add(Markdown.inline(headlineOf(store))));
        markdown.list(facts);
        if (!whole.engine().equals("kv")) {
            return;
        }
        Map<String, Model> models = new LinkedHashMap<>();
        for (Experiment experiment : experiments.comparing(memory)) {
            Model model = experiment.getModel();
            if (model != null && !model.eIsProxy() && model.getName() != null) {
                models.putIfAbsent(model.getName(), model);
            }
        }
        models.forEach((name, model) -> shape(model)
                .ifPresent(shape -> whole.stores()
                        .values()
                        .forEach(store -> bytesPerToken(store, shape)
                                .ifPresent(bytes -> markdown.add("One token of "
                                        + name + " takes " + exact(bytes.bytes()) + " in "
                                        + Markdown.inline(store.getName())
                                        + bytes.remark() + ".")))));
    }

    private static String headlineOf(Named part) {
        String headline = headline(part);
        int remark = headline.indexOf("  //");
        return remark < 0 ? headline : headline.substring(0, remark);
    }

    /** What a token takes in a store, and what that leaves out. */
    private record TokenBytes(double bytes, String remark) {}

    /**
     * Bytes of the keys and values of one token in a store, where its layout keeps each number in so many bits: not for low
     * rank and what else only its engine knows.
     */
    private static Optional<TokenBytes> bytesPerToken(Store store, TransformerShape shape) {
        if (!(store.getLayout() instanceof Call layout)
                || !List.of("kv", "pages", "virtual").contains(layout.getName())) {
            return Optional.empty();
        }
        Precision keys = UNCOMPRESSED;
        Precision values = UNCOMPRESSED;
        boolean hasKeys = true;
        boolean hasValues = true;
        boolean compressed = false;
        for (Argument argument : layout.getArguments()) {
            String name = String.valueOf(argument.getName());
            Expression value = argument.getValue();
            if (name.equals("part") && value instanceof Reference part) {
                hasKeys = !"values".equals(part.getName());
                hasValues = !"keys".equals(part.getName());
            } else if (name.equals("keys") || name.equals("values")) {
                String word = value instanceof Call call
                        ? call.getName()
                        : value instanceof Reference reference ? reference.getName() : null;
                Optional<Precision> precision = Precision.of(String.valueOf(word));
                if (precision.isEmpty()) {
                    return Optional.empty();
                }
                compressed = true;
                keys = name.equals("keys") ? precision.get() : keys;
                values = name.equals("values") ? precision.get() : values;
            }
        }
        double numbers = shape.keyValueNumbersPerToken() / 2.0;
        double bytes = (hasKeys ? numbers * keys.bytes() : 0) + (hasValues ? numbers * values.bytes() : 0);
        String how = hasKeys && hasValues && keys != values
                ? "keys in " + keys.word() + ", values in " + values.word()
                : hasKeys ? (hasValues ? "" : "keys in ") + keys.word() : "values in " + values.word();
        return Optional.of(
                new TokenBytes(bytes, " (" + how + (compressed ? "; the scales of its groups come on top" : "") + ")"));
    }

    private void parameter(Parameter parameter, Markdown markdown) {
        if (!(parameter.eContainer() instanceof Memory memory)) {
            return;
        }
        List<String> facts = new ArrayList<>();
        value(WholeMemory.of(memory).evaluator(), parameter)
                .filter(value -> !value.equals(text(parameter.getValue())))
                .ifPresent(value -> facts.add("= " + value));
        for (Experiment experiment : experiments.comparing(memory)) {
            for (Column column : experiment.getColumns()) {
                Memory compared = column.getMemory();
                if (compared == null || compared.eIsProxy()) {
                    continue;
                }
                Parameter own = WholeMemory.of(compared).parameters().get(parameter.getName());
                if (own != null
                        && column.getArguments().stream()
                                .anyMatch(a -> own.getName().equals(a.getName()))) {
                    value(WholeMemory.of(compared).evaluator(column), own)
                            .ifPresent(value -> facts.add(value + " in column "
                                    + Markdown.inline(Experiments.name(column)) + " of " + experiment.getName()));
                }
            }
            for (Axis axis : experiment.getAxes()) {
                if (String.valueOf(axis.getName()).endsWith(String.valueOf(parameter.getName()))) {
                    facts.add("varied in " + experiment.getName() + ": "
                            + axis.getValues().stream().map(Positions::text).collect(Collectors.joining(", ")));
                }
            }
        }
        markdown.list(facts);
    }

    private static Optional<String> value(Evaluator evaluator, Parameter parameter) {
        Reference byName = ModelFactory.eINSTANCE.createReference(); // so that what a column sets counts
        byName.setName(parameter.getName());
        try {
            return Optional.of(evaluator.quantity(byName).toString());
        } catch (EvaluationFailure noQuantity) {
            return Optional.empty();
        }
    }

    private void store(Store store, Markdown markdown) {
        if (!(store.eContainer() instanceof Memory memory)) {
            return;
        }
        List<String> facts = new ArrayList<>();
        for (WholeHardware hardware : experiments.hardware(memory)) {
            hardware.tier(String.valueOf(store.getTier()))
                    .flatMap(tier -> amount(tier, "capacity"))
                    .ifPresent(capacity -> facts.add(Markdown.inline(store.getTier()) + " of "
                            + hardware.declaration().getName() + " has " + Bytes.format(capacity)));
        }
        markdown.list(facts);
    }

    // ── tasks and experiments ───────────────────────────────────────────────────────────────────────────────

    private static int steps(TaskNode node) {
        int steps = 0;
        for (Step step : node.getSteps()) {
            steps += 1 + steps(step);
        }
        return steps;
    }

    private static void step(Step step, Markdown markdown) {
        List<String> facts = new ArrayList<>();
        facts.add(names("in", step.getInputs()));
        facts.add(names("out", step.getOutputs()));
        facts.add(written(step, ModelPackage.Literals.STEP__AFTER, "after"));
        facts.add(written(step, ModelPackage.Literals.STEP__USES, "uses"));
        int below = steps(step);
        facts.add(below == 0 ? "" : below + " steps below it");
        markdown.list(facts);
    }

    private static String names(String word, List<? extends Named> parts) {
        return parts.isEmpty()
                ? ""
                : word + " " + parts.stream().map(Named::getName).collect(Collectors.joining(", "));
    }

    private static String written(Step step, EStructuralFeature feature, String word) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(step, feature);
        return nodes.isEmpty()
                ? ""
                : word + " " + nodes.stream().map(NodeModelUtils::getTokenText).collect(Collectors.joining(", "));
    }

    private static void experiment(Experiment experiment, Markdown markdown) {
        long points = 1;
        for (Axis axis : experiment.getAxes()) {
            points *= Math.max(1, axis.getValues().size());
        }
        long seeds = Math.max(1, experiment.getRepeat());
        long columns = experiment.getColumns().size();
        List<String> facts = new ArrayList<>();
        facts.add("compares "
                + experiment.getColumns().stream().map(Experiments::name).collect(Collectors.joining(", ")));
        facts.add(String.format(Locale.ROOT, "%,d runs: %,d columns", columns * points * seeds, columns)
                + (points > 1 ? " x " + points + " points" : "")
                + (seeds > 1 ? " x " + seeds + " seeds" : ""));
        markdown.list(facts);
    }
}
