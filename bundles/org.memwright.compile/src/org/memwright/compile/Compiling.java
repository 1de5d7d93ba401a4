/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;
import org.memwright.compile.Targets.MemoryParameter;
import org.memwright.compile.Targets.ServingParameter;
import org.memwright.compile.Targets.Target;
import org.memwright.compile.Targets.WorkloadArgument;
import org.memwright.compile.Targets.WorkloadProperty;
import org.memwright.hardware.Machine;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.lang.issue.Nearest;
import org.memwright.lang.scoping.Library;
import org.memwright.model.Axis;
import org.memwright.model.Binary;
import org.memwright.model.Call;
import org.memwright.model.Column;
import org.memwright.model.Expectation;
import org.memwright.model.Experiment;
import org.memwright.model.Expression;
import org.memwright.model.Hardware;
import org.memwright.model.Memory;
import org.memwright.model.Module;
import org.memwright.model.Point;
import org.memwright.model.Reference;
import org.memwright.model.Split;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.plan.ExpectationPlan;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.MemoryPlan;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.Objective;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.plan.TransformerShape;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.plan.WorkloadPlan;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/** Compiles one experiment; {@link ExperimentCompiler} is its face. */
final class Compiling {
    /** Engines that run a transformer, and so need a model. */
    private static final Set<String> RUN_A_MODEL = Set.of("kv", "attention", "training");

    /** Engines whose figures mean nothing without the hardware that was meant. */
    private static final Set<String> NEED_HARDWARE = Set.of("kv", "attention", "training", "placement");

    /** The hardware of the library that the other engines are charged to where an experiment names none. */
    private static final QualifiedName USUAL_HARDWARE = QualifiedName.create("memwright", "hardware", "CPU_2S");

    private static final List<MechanismKind> SCHEDULER = List.of(MechanismKind.SCHEDULER);

    /** The serving rule that is changed where the text names none. */
    private static final String USUAL_SCHEDULER = "continuous";

    private static final long SEED = 1;
    private static final int MOST_RUNS = 100_000;

    private final Vocabulary vocabulary;
    private final Experiment experiment;
    private final Overrides overrides;
    private final Problems problems = new Problems();
    private final Fragments fragments;
    private final Set<String> sharedDefaults = new LinkedHashSet<>();
    private final List<String> columnNames;
    private final List<GridAxis> axes = new ArrayList<>();
    private final List<Change> settings = new ArrayList<>();

    /** A value for a target. */
    private record Change(Target target, Expression value) {}

    /** An axis with its values, as expressions to put in and as values to show. */
    private record GridAxis(Axis axis, Target target, List<Expression> expressions, List<Value> shown) {}

    /** A point of the grid: what it changes and how it is shown. */
    private record GridPoint(List<Change> changes, Map<String, Value> shown) {}

    Compiling(Vocabulary vocabulary, Experiment experiment, Overrides overrides) {
        this.vocabulary = vocabulary;
        this.experiment = experiment;
        this.overrides = overrides;
        this.fragments = new Fragments((XtextResource) experiment.eResource());
        this.columnNames = experiment.getColumns().stream().map(Targets::nameOf).toList();
    }

    Compilation compile() {
        ExperimentPlan plan = plan();
        return new Compilation(problems.isFatal() ? null : plan, problems.list());
    }

    boolean accepts(Overrides.Setting setting) {
        Map<Column, String> engines = engines();
        return !engines.isEmpty() && targets(anyEngine(engines)).find(setting.name()) != null;
    }

    private @Nullable ExperimentPlan plan() {
        Map<Column, String> engines = engines();
        requireParts(engines);
        if (problems.isFatal()) {
            return null;
        }
        Machine machine = new MachineBuilder(problems, sharedDefaults).build(hardware());
        TransformerShape model = experiment.getModel() == null
                ? null
                : ShapeBuilder.build(experiment.getModel(), problems, sharedDefaults);
        int tensorSplit = split("tensor", machine, model);
        int pipelineSplit = split("pipeline", machine, model);
        requireDevices(tensorSplit, pipelineSplit, machine);
        readAxes(engines);
        readSettings(engines);
        List<GridPoint> grid = grid();
        int seeds = seeds();
        if ((long) grid.size() * seeds * columnNames.size() > MOST_RUNS) {
            problems.add(
                    CompileIssue.GRID_TOO_LARGE,
                    experiment,
                    experiment.getName(),
                    (long) grid.size() * seeds * columnNames.size(),
                    MOST_RUNS);
        }
        if (problems.isFatal()) {
            return null;
        }

        List<Objective> objectives = objectives();
        List<MetricCall> measures = measures();
        List<ExpectationPlan> expectations = expectations(engines);
        List<RunPlan> runs = new ArrayList<>();
        for (int i = 0; i < columnNames.size(); i++) {
            Column column = experiment.getColumns().get(i);
            String engine = WholeMemory.of(column.getMemory()).engine();
            for (GridPoint point : grid) {
                Set<String> defaults = new LinkedHashSet<>(sharedDefaults);
                var binder = new CallBinder(vocabulary, engine, fragments, problems, defaults);
                Changes changes = changes(column, point);
                MemoryPlan memory = new MemoryBuilder(binder, problems).build(column, changes.memory(), machine);
                MechanismCall serving = serving(binder, changes.serving(), defaults);
                WorkloadPlan workload = new WorkloadBuilder(binder, fragments, problems)
                        .build(
                                experiment.getWorkload(),
                                changes.workload(),
                                changes.workloadArguments(),
                                overrides.workloadFile());
                long seed = seed(workload, defaults);
                for (int repeat = 0; repeat < seeds; repeat++) {
                    runs.add(new RunPlan(
                            Names.qualified(experiment),
                            columnNames.get(i),
                            point.shown(),
                            seed + repeat,
                            machine,
                            model,
                            tensorSplit,
                            pipelineSplit,
                            memory,
                            workload,
                            serving,
                            objectives,
                            measures,
                            List.copyOf(defaults),
                            overrides.strict()));
                }
            }
        }
        Map<String, List<Value>> shownAxes = new LinkedHashMap<>();
        axes.forEach(axis -> shownAxes.put(axis.axis().getName(), axis.shown()));
        return new ExperimentPlan(
                Names.qualified(experiment),
                Comments.firstSentence(documentation()),
                machine.name(),
                model == null ? "" : model.name(),
                Names.qualified(experiment.getWorkload()),
                columnNames,
                shownAxes,
                seeds,
                measures,
                runs,
                expectations,
                Positions.of(experiment));
    }

    /** The hardware that the experiment names, or the usual one of the library. */
    private Hardware hardware() {
        if (experiment.getHardware() != null) {
            return experiment.getHardware();
        }
        sharedDefaults.add("on = " + USUAL_HARDWARE);
        var resource = (XtextResource) experiment.eResource();
        Library library = resource.getResourceServiceProvider().get(Library.class);
        IEObjectDescription found = library.find(USUAL_HARDWARE);
        if (found == null) {
            throw new IllegalStateException(USUAL_HARDWARE + " is not in the library");
        }
        return (Hardware) EcoreUtil.resolve(found.getEObjectOrProxy(), resource);
    }

    /** The comment above the experiment; above the file's package where the file has this one experiment. */
    private String documentation() {
        String own = Comments.above(experiment);
        if (own.isEmpty() && experiment.eContainer() instanceof Module module) {
            long experiments = module.getDeclarations().stream()
                    .filter(Experiment.class::isInstance)
                    .count();
            return experiments == 1 ? Comments.above(module) : "";
        }
        return own;
    }

    private Map<Column, String> engines() {
        Map<Column, String> engines = new LinkedHashMap<>();
        for (Column column : experiment.getColumns()) {
            Memory memory = column.getMemory();
            String engine = WholeMemory.of(memory).engine();
            if (engine.isEmpty()) {
                problems.add(
                        CompileIssue.NO_ENGINE,
                        memory,
                        memory.getName(),
                        memory.getName(),
                        String.join(", ", Vocabulary.ENGINES));
            } else if (vocabulary.engine(engine).isEmpty()) {
                problems.add(CompileIssue.ENGINE_NOT_BUILT, column, memory.getName(), engine, builtEngines(vocabulary));
            } else {
                engines.put(column, engine);
            }
        }
        return engines;
    }

    static String builtEngines(Vocabulary vocabulary) {
        String built = Vocabulary.ENGINES.stream()
                .filter(name -> vocabulary.engine(name).isPresent())
                .collect(Collectors.joining(", "));
        return built.isEmpty() ? "none" : built;
    }

    private void requireParts(Map<Column, String> engines) {
        String name = experiment.getName();
        if (experiment.getColumns().isEmpty()) {
            problems.add(CompileIssue.NO_COLUMNS, experiment, name);
        }
        Set<String> seen = new LinkedHashSet<>();
        for (Column column : experiment.getColumns()) {
            if (!seen.add(Targets.nameOf(column))) {
                problems.add(CompileIssue.SAME_COLUMN, column, Targets.nameOf(column), Positions.text(column));
            }
        }
        if (engines.isEmpty()) {
            return;
        }
        boolean needsHardware = engines.values().stream().anyMatch(NEED_HARDWARE::contains);
        if (experiment.getHardware() == null && needsHardware) {
            problems.add(CompileIssue.NO_HARDWARE, experiment, name);
        }
        if (experiment.getWorkload() == null) {
            problems.add(CompileIssue.NO_WORKLOAD, experiment, name);
        }
        String runsModel = engines.values().stream()
                .filter(RUN_A_MODEL::contains)
                .findFirst()
                .orElse(null);
        if (experiment.getModel() == null && runsModel != null) {
            problems.add(CompileIssue.NO_MODEL, experiment, name, runsModel);
        }
    }

    private int split(String kind, Machine machine, @Nullable TransformerShape model) {
        int parts = 1;
        for (Split split : experiment.getSplits()) {
            if (!split.getKind().equals("tensor") && !split.getKind().equals("pipeline")) {
                problems.add(
                        CompileIssue.WRONG_SPLIT,
                        split,
                        split.getKind(),
                        split.getCount(),
                        "there are tensor (each layer over several devices) and pipeline (layers over groups of devices).");
            } else if (split.getKind().equals(kind)) {
                parts = split.getCount();
                String wrong = wrongSplit(kind, parts, model);
                if (!wrong.isEmpty()) {
                    problems.add(CompileIssue.WRONG_SPLIT, split, kind, parts, wrong);
                    parts = 1;
                }
            }
        }
        return parts;
    }

    private static String wrongSplit(String kind, int parts, @Nullable TransformerShape model) {
        if (parts < 1) {
            return "it must be at least 1.";
        }
        if (model != null && kind.equals("tensor") && model.heads() % parts != 0) {
            return "the " + model.heads() + " heads of " + model.name() + " cannot be shared equally; take a divisor.";
        }
        if (model != null && kind.equals("pipeline") && parts > model.layers()) {
            return model.name() + " has only " + model.layers() + " layers.";
        }
        return "";
    }

    private void requireDevices(int tensorSplit, int pipelineSplit, Machine machine) {
        long wanted = (long) tensorSplit * pipelineSplit;
        if (wanted > machine.devices()) {
            Split split = experiment.getSplits().getFirst();
            problems.add(
                    CompileIssue.WRONG_SPLIT,
                    split,
                    split.getKind(),
                    split.getCount(),
                    "the experiment splits over " + wanted + " devices, and " + machine.name() + " has "
                            + machine.devices() + ". Split less, or declare a hardware with as many: use "
                            + hardware().getName() + " as node[" + wanted + "].");
        }
        if (experiment.getSplits().isEmpty() && machine.devices() > 1) {
            sharedDefaults.add("split = none (1 of " + machine.devices() + " devices)");
        }
    }

    // ── what varies ─────────────────────────────────────────────────────────────────────────────────────────

    private Targets targets(String engine) {
        var silent = new Problems();
        var binder = new CallBinder(vocabulary, engine, fragments, silent, new LinkedHashSet<>());
        MechanismWord serving = null;
        if (experiment.getServing() instanceof Call call) {
            serving = binder.find(call.getName(), SCHEDULER);
        } else if (experiment.getServing() instanceof Reference reference) {
            serving = binder.find(reference.getName(), SCHEDULER);
        } else if (experiment.getServing() == null) {
            serving = binder.find(USUAL_SCHEDULER, SCHEDULER);
        }
        return new Targets(
                experiment.getColumns(),
                serving,
                experiment.getWorkload(),
                new WorkloadBuilder(binder, fragments, silent));
    }

    private String anyEngine(Map<Column, String> engines) {
        return engines.values().iterator().next();
    }

    private void readAxes(Map<Column, String> engines) {
        String engine = anyEngine(engines);
        Targets targets = targets(engine);
        var binder = new CallBinder(vocabulary, engine, fragments, problems, new LinkedHashSet<>());
        var values = new FreeValues(binder, problems);
        for (Axis axis : experiment.getAxes()) {
            Target target = targets.find(axis.getName());
            if (target == null) {
                problems.add(
                        CompileIssue.UNKNOWN_AXIS,
                        axis,
                        axis.getName(),
                        "experiment '" + experiment.getName() + "'",
                        Nearest.question(Nearest.to(axis.getName(), targets.names())));
                continue;
            }
            List<Value> shown = new ArrayList<>();
            for (Expression expression : axis.getValues()) {
                Value value = values.value(expression, Evaluator.constant(), FreeValues.ANY);
                if (value != null) {
                    shown.add(value);
                }
            }
            axes.add(new GridAxis(axis, target, axis.getValues(), shown));
        }
    }

    private void readSettings(Map<Column, String> engines) {
        String engine = anyEngine(engines);
        Targets targets = targets(engine);
        var binder = new CallBinder(vocabulary, engine, fragments, problems, new LinkedHashSet<>());
        var values = new FreeValues(binder, problems);
        for (Overrides.Setting setting : overrides.settings()) {
            Target target = targets.find(setting.name());
            if (target == null) {
                problems.add(
                        CompileIssue.UNKNOWN_SETTING,
                        SourcePosition.NONE,
                        setting,
                        experiment.getName(),
                        Nearest.question(Nearest.to(setting.name(), targets.names())));
                continue;
            }
            Expression expression;
            try {
                expression = fragments.expression(setting.value());
            } catch (IllegalArgumentException wrong) {
                problems.add(
                        CompileIssue.WRONG_SETTING, SourcePosition.NONE, setting, String.valueOf(wrong.getMessage()));
                continue;
            }
            Value value = values.value(expression, Evaluator.constant(), FreeValues.ANY);
            if (value == null) {
                continue;
            }
            boolean varied = false;
            for (int i = 0; i < axes.size(); i++) {
                GridAxis axis = axes.get(i);
                if (axis.target().equals(target)) {
                    axes.set(i, new GridAxis(axis.axis(), target, List.of(expression), List.of(value)));
                    varied = true;
                }
            }
            if (!varied) {
                settings.add(new Change(target, expression));
            }
        }
    }

    private List<GridPoint> grid() {
        List<GridPoint> grid = List.of(new GridPoint(List.of(), Map.of()));
        for (GridAxis axis : axes) {
            List<GridPoint> finer = new ArrayList<>();
            for (GridPoint point : grid) {
                for (int i = 0; i < axis.shown().size() && finer.size() <= MOST_RUNS; i++) {
                    List<Change> changes = new ArrayList<>(point.changes());
                    changes.add(new Change(axis.target(), axis.expressions().get(i)));
                    Map<String, Value> shown = new LinkedHashMap<>(point.shown());
                    shown.put(axis.axis().getName(), axis.shown().get(i));
                    finer.add(new GridPoint(changes, shown));
                }
            }
            grid = finer;
        }
        return grid;
    }

    /** Changes of one run, by what they change. */
    private record Changes(
            Map<String, Expression> memory,
            Map<String, Expression> serving,
            Map<String, Expression> workload,
            Map<String, Map<String, Expression>> workloadArguments) {}

    private Changes changes(Column column, GridPoint point) {
        var changes =
                new Changes(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        List<Change> all = new ArrayList<>(point.changes());
        all.addAll(settings);
        for (Change change : all) {
            switch (change.target()) {
                case MemoryParameter memory -> {
                    if (Targets.concerns(memory, column, experiment.getColumns())) {
                        changes.memory().put(memory.parameter(), change.value());
                    }
                }
                case ServingParameter serving -> changes.serving().put(serving.parameter(), change.value());
                case WorkloadProperty property -> changes.workload().put(property.property(), change.value());
                case WorkloadArgument argument ->
                    changes.workloadArguments()
                            .computeIfAbsent(argument.property(), p -> new HashMap<>())
                            .put(argument.parameter(), change.value());
            }
        }
        return changes;
    }

    private @Nullable MechanismCall serving(CallBinder binder, Map<String, Expression> changed, Set<String> defaults) {
        Expression written = experiment.getServing();
        if (written == null && changed.isEmpty()) {
            return null;
        }
        if (written == null) {
            defaults.add("serving = " + USUAL_SCHEDULER);
        }
        MechanismCall call = written == null
                ? binder.call(fragments.expression(USUAL_SCHEDULER), Evaluator.constant(), SCHEDULER)
                : binder.call(written, Evaluator.constant(), SCHEDULER);
        MechanismWord word = call == null ? null : binder.find(call.name(), SCHEDULER);
        return call == null || word == null || changed.isEmpty() ? call : binder.with(call, word, changed);
    }

    // ── what is asked ───────────────────────────────────────────────────────────────────────────────────────

    private int seeds() {
        return Math.max(1, experiment.getRepeat());
    }

    private static long seed(WorkloadPlan workload, Set<String> defaults) {
        if (workload.property("seed").orElse(null) instanceof Value.Amount amount) {
            return Math.round(amount.quantity().base());
        }
        defaults.add("seed = " + SEED);
        return SEED;
    }

    private List<Objective> objectives() {
        List<Objective> objectives = new ArrayList<>();
        for (Expression written : experiment.getObjectives()) {
            boolean sound = written instanceof Binary binary
                    && binary.getOperator().equals("<=")
                    && binary.getLeft() instanceof Reference;
            if (!sound) {
                problems.add(CompileIssue.WRONG_OBJECTIVE, written, Positions.text(written));
                continue;
            }
            Binary binary = (Binary) written;
            Quantity limit = problems.quantity(binary.getRight(), Evaluator.constant());
            if (limit != null && !limit.dimension().equals(Dimension.TIME)) {
                problems.add(CompileIssue.WRONG_OBJECTIVE, written, Positions.text(written));
            } else if (limit != null) {
                objectives.add(new Objective(((Reference) binary.getLeft()).getName(), limit));
            }
        }
        return objectives;
    }

    private List<MetricCall> measures() {
        var terms = new Terms(columnNames, problems);
        List<MetricCall> measures = new ArrayList<>();
        for (Expression written : experiment.getMeasures()) {
            for (MetricCall call : terms.metrics(written)) {
                if (!measures.contains(call)) {
                    measures.add(call);
                }
            }
        }
        return measures;
    }

    private List<ExpectationPlan> expectations(Map<Column, String> engines) {
        var terms = new Terms(columnNames, problems);
        var binder = new CallBinder(vocabulary, anyEngine(engines), fragments, problems, new LinkedHashSet<>());
        var values = new FreeValues(binder, problems);
        List<ExpectationPlan> expectations = new ArrayList<>();
        for (Expectation expectation : experiment.getExpectations()) {
            Map<String, Value> at = new LinkedHashMap<>();
            for (Point point : expectation.getPoints()) {
                Value value = values.value(point.getValue(), Evaluator.constant(), FreeValues.ANY);
                GridAxis axis = axes.stream()
                        .filter(a -> a.axis().getName().equals(point.getName()))
                        .findFirst()
                        .orElse(null);
                String text = point.getName() + " " + Positions.text(point.getValue());
                if (axis == null) {
                    String names = axes.stream().map(a -> a.axis().getName()).collect(Collectors.joining(", "));
                    problems.add(
                            CompileIssue.UNKNOWN_POINT,
                            point,
                            text,
                            "nothing varies '" + point.getName() + "'. "
                                    + (names.isEmpty()
                                            ? "The experiment has no vary."
                                            : "The axes are " + names + "."));
                } else if (value != null) {
                    at.put(point.getName(), onAxis(point, value, axis, text));
                }
            }
            ExpectationPlan plan = terms.expectation(expectation, at);
            if (plan != null) {
                expectations.add(plan);
            }
        }
        return expectations;
    }

    /** The value as the axis shows it; reported where the text has no such value on the axis. */
    private Value onAxis(Point point, Value value, GridAxis axis, String text) {
        for (Value shown : axis.shown()) {
            if (isSame(shown, value)) {
                return shown;
            }
        }
        boolean pinned = axis.expressions().size() != axis.axis().getValues().size();
        if (!pinned) {
            String values = axis.shown().stream().map(Value::toString).collect(Collectors.joining(", "));
            problems.add(
                    CompileIssue.UNKNOWN_POINT, point, text, point.getName() + " takes the values " + values + ".");
        }
        return value;
    }

    private static boolean isSame(Value a, Value b) {
        return a instanceof Value.Amount one && b instanceof Value.Amount other
                ? one.quantity().sameAs(other.quantity())
                : a.equals(b);
    }
}
