/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.meaning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;
import org.memwright.hardware.Precision;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.lang.evaluate.WholeWorkload;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.lang.scoping.QualifiedNames;
import org.memwright.model.Argument;
import org.memwright.model.Axis;
import org.memwright.model.Binary;
import org.memwright.model.Call;
import org.memwright.model.Column;
import org.memwright.model.Component;
import org.memwright.model.Declaration;
import org.memwright.model.Expectation;
import org.memwright.model.Experiment;
import org.memwright.model.Expression;
import org.memwright.model.Handler;
import org.memwright.model.Import;
import org.memwright.model.Keep;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Module;
import org.memwright.model.Named;
import org.memwright.model.Negation;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Parameter;
import org.memwright.model.Peak;
import org.memwright.model.Pipe;
import org.memwright.model.Point;
import org.memwright.model.Property;
import org.memwright.model.Reference;
import org.memwright.model.Select;
import org.memwright.model.Split;
import org.memwright.model.Step;
import org.memwright.model.Store;
import org.memwright.model.StringLiteral;
import org.memwright.model.TaskElement;
import org.memwright.model.TaskNode;
import org.memwright.model.Tier;
import org.memwright.model.Variable;
import org.memwright.model.Workload;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.MetricArgument;
import org.memwright.runtime.vocabulary.ParamType;
import org.memwright.runtime.vocabulary.ParamWord;
import org.memwright.units.Quantity;

/**
 * Reads the words of one file: everything that has a meaning beyond the grammar.
 *
 * <p>Works on files with errors too: what is not there or not linked is passed over. Cost: linear in the file, times the
 * parameters and stores of a memory.
 */
public final class Words {
    private static final Map<String, String> SPLITS = Map.of(
            "tensor", "Splits every matrix over the devices, which join their results in each layer.",
            "pipeline", "Gives every device some of the layers; what one computes goes on to the next.");

    private final Designs designs;
    private final Experiments experiments;
    private final List<Word> found = new ArrayList<>();
    private Calls calls;
    private Scope scope = Scope.NONE;

    private Words(Designs designs, Experiments experiments) {
        this.designs = designs;
        this.experiments = experiments;
        this.calls = new Calls(designs.vocabulary(), List.of());
    }

    /** What surrounds an expression. */
    private record Scope(
            @Nullable WholeMemory memory,
            Map<String, Variable> variables,
            @Nullable Experiment experiment) {
        static final Scope NONE = new Scope(null, Map.of(), null);
    }

    /** What may stand at a place of an expression. */
    private record Slot(
            List<MechanismKind> kinds,
            @Nullable MechanismWord mechanism,
            @Nullable ParamWord param) {
        static final Slot ANYTHING = new Slot(List.of(), null, null);

        static Slot of(MechanismKind... kinds) {
            return new Slot(List.of(kinds), null, null);
        }
    }

    /** All words of a file, by place. */
    public static List<Word> of(Designs designs, XtextResource resource) {
        return of(designs, new Experiments(designs), resource);
    }

    /** @param experiments those of the project, for a caller that asks for several files */
    public static List<Word> of(Designs designs, Experiments experiments, XtextResource resource) {
        var words = new Words(designs, experiments);
        Designs.module(resource).ifPresent(words::module);
        words.found.sort(Comparator.comparingInt(word -> word.span().offset()));
        return words.found;
    }

    private void module(Module module) {
        whole(module, ModelPackage.Literals.MODULE__NAME, new Meaning.PackageName(String.valueOf(module.getName())));
        for (Import imported : module.getImports()) {
            imported(imported);
        }
        for (Declaration declaration : module.getDeclarations()) {
            declared(declaration);
            switch (declaration) {
                case org.memwright.model.Hardware hardware -> hardware(hardware);
                case org.memwright.model.Model model -> {
                    reference(model, ModelPackage.Literals.MODEL__PARENT);
                    properties(model, model.getProperties());
                }
                case Memory memory -> memory(memory);
                case Workload workload -> {
                    reference(workload, ModelPackage.Literals.WORKLOAD__PARENT);
                    reference(workload, ModelPackage.Literals.WORKLOAD__TASK);
                    properties(workload, workload.getProperties());
                }
                case org.memwright.model.Task task -> task(task);
                case Experiment experiment -> experiment(experiment);
                default -> {}
            }
        }
    }

    private void imported(Import imported) {
        String namespace = imported.getImportedNamespace();
        if (namespace == null) {
            return;
        }
        List<Segment> segments = segments(imported, ModelPackage.Literals.IMPORT__IMPORTED_NAMESPACE);
        if (segments.isEmpty()) {
            return;
        }
        Named target = namespace.endsWith(".*") ? null : find(namespace);
        if (target == null) {
            Segment last = segments.getLast();
            String name = namespace.endsWith(".*") ? namespace.substring(0, namespace.length() - 2) : namespace;
            add(Span.between(segments.getFirst().span().offset(), last.span().end()), new Meaning.PackageName(name));
        } else {
            add(segments.getLast().span(), new Meaning.Declared(List.of(target), false));
        }
    }

    /** A declaration of the project or the library by its qualified name. */
    private @Nullable Named find(String qualified) {
        QualifiedName name = QualifiedName.create(List.of(qualified.split("\\.", -1)));
        var names = new QualifiedNames();
        for (Declaration declaration : designs.declarations(Declaration.class)) {
            if (name.equals(names.getFullyQualifiedName(declaration))) {
                return declaration;
            }
        }
        IEObjectDescription description = designs.library().find(name);
        return description != null && designs.resolve(description.getEObjectOrProxy()) instanceof Named named
                ? named
                : null;
    }

    // ── hardware, models, workloads ─────────────────────────────────────────────────────────────────────────

    private void hardware(org.memwright.model.Hardware hardware) {
        reference(hardware, ModelPackage.Literals.HARDWARE__PARENT);
        properties(hardware, hardware.getProperties());
        for (Component component : hardware.getComponents()) {
            declared(component);
            switch (component) {
                case org.memwright.model.ComputeUnit unit -> {
                    reference(unit, ModelPackage.Literals.COMPUTE_UNIT__TIER);
                    for (Peak peak : unit.getPeaks()) {
                        Precision.of(String.valueOf(peak.getPrecision()))
                                .ifPresent(precision -> whole(
                                        peak,
                                        ModelPackage.Literals.PEAK__PRECISION,
                                        new Meaning.PrecisionName(precision)));
                        expression(peak.getValue(), Slot.ANYTHING);
                    }
                    properties(unit, unit.getProperties());
                }
                case Tier tier -> {
                    reference(tier, ModelPackage.Literals.TIER__COMPUTE_UNIT);
                    properties(tier, tier.getProperties());
                }
                case org.memwright.model.Link link -> {
                    for (EObject end : link.eContents()) {
                        if (end instanceof org.memwright.model.Endpoint) {
                            reference(end, ModelPackage.Literals.ENDPOINT__USE);
                            reference(end, ModelPackage.Literals.ENDPOINT__TIER);
                        }
                    }
                    properties(link, link.getProperties());
                }
                case org.memwright.model.Use use -> reference(use, ModelPackage.Literals.USE__HARDWARE);
                default -> {}
            }
        }
        hardware.getCalibrations()
                .forEach(calibration -> reference(calibration, ModelPackage.Literals.CALIBRATION__COMPUTE_UNIT));
    }

    private void properties(EObject owner, List<Property> properties) {
        PropertyOwner kind = PropertyOwner.of(owner).orElse(null);
        for (Property property : properties) {
            String name = String.valueOf(property.getName());
            PropertyWord word =
                    kind == null ? null : Properties.find(kind, name).orElse(null);
            whole(
                    property,
                    ModelPackage.Literals.PROPERTY__NAME,
                    word == null ? new Meaning.Unknown() : new Meaning.PropertyName(word));
            if (word == null) {
                expression(property.getValue(), Slot.ANYTHING);
            } else {
                value(property.getValue(), word);
            }
        }
    }

    private void value(@Nullable Expression value, PropertyWord word) {
        if (value instanceof Reference reference) {
            Optional<Precision> precision = Precision.of(String.valueOf(reference.getName()));
            switch (word.type()) {
                case PRECISION ->
                    precision.ifPresent(
                            p -> whole(reference, ModelPackage.Literals.REFERENCE__NAME, new Meaning.PrecisionName(p)));
                case CHOICE -> {
                    if (word.choices().contains(reference.getName())) {
                        whole(reference, ModelPackage.Literals.REFERENCE__NAME, new Meaning.Fixed(word.doc()));
                    }
                }
                default -> expression(value, new Slot(word.kinds(), null, null));
            }
            return;
        }
        expression(value, new Slot(word.kinds(), null, null));
    }

    // ── memories ────────────────────────────────────────────────────────────────────────────────────────────

    private void memory(Memory memory) {
        reference(memory, ModelPackage.Literals.MEMORY__PARENT);
        if (memory.getEngine() != null) {
            whole(memory, ModelPackage.Literals.MEMORY__ENGINE, new Meaning.EngineName(memory.getEngine()));
        }
        WholeMemory whole = WholeMemory.of(memory);
        calls = new Calls(designs.vocabulary(), whole.engine().isEmpty() ? List.of() : List.of(whole.engine()));
        scope = new Scope(whole, Map.of(), null);
        for (Parameter parameter : memory.getParameters()) {
            declared(parameter);
            expression(parameter.getValue(), Slot.ANYTHING);
        }
        for (Store store : memory.getStores()) {
            declared(store);
            expression(store.getLayout(), Slot.of(MechanismKind.LAYOUT));
            if (store.getTier() != null) {
                whole(store, ModelPackage.Literals.STORE__TIER, tier(store.getTier()));
            }
        }
        for (Keep keep : memory.getKeeps()) {
            reference(keep, ModelPackage.Literals.KEEP__STORE);
            event(keep, ModelPackage.Literals.KEEP__EVENT, keep.getEvent(), whole.engine());
            keep.getSelectors().forEach(selector -> expression(selector, Slot.of(MechanismKind.SELECTOR)));
            expression(keep.getOverflow(), Slot.of(MechanismKind.OVERFLOW));
        }
        for (Handler handler : memory.getHandlers()) {
            event(handler, ModelPackage.Literals.HANDLER__EVENT, handler.getEvent(), whole.engine());
            Map<String, Variable> variables = new HashMap<>();
            for (Variable variable : handler.getVariables()) {
                declared(variable);
                variables.putIfAbsent(String.valueOf(variable.getName()), variable);
            }
            scope = new Scope(whole, variables, null);
            handler.getActions().forEach(action -> expression(action, Slot.of(MechanismKind.ACTION)));
            scope = new Scope(whole, Map.of(), null);
        }
        calls = new Calls(designs.vocabulary(), List.of());
        scope = Scope.NONE;
    }

    private void event(EObject rule, EStructuralFeature feature, @Nullable String event, String engine) {
        if (event != null) {
            whole(rule, feature, new Meaning.EventName(engine, event));
        }
    }

    /** The tiers of a name on every hardware that the memory is run on. */
    private Meaning tier(String name) {
        List<Named> tiers = new ArrayList<>();
        WholeMemory memory = scope.memory();
        if (memory != null) {
            for (WholeHardware hardware : experiments.hardware(memory.declaration())) {
                for (Tier tier : Experiments.parts(hardware, name, Tier.class)) {
                    if (!tiers.contains(tier)) {
                        tiers.add(tier);
                    }
                }
            }
        }
        return tiers.isEmpty()
                ? new Meaning.Fixed("A tier of the hardware that the memory is run on.")
                : new Meaning.Declared(tiers, false);
    }

    // ── tasks ───────────────────────────────────────────────────────────────────────────────────────────────

    private void task(TaskNode node) {
        node.getInputs().forEach(this::declared);
        node.getOutputs().forEach(this::declared);
        for (Step step : node.getSteps()) {
            declared(step);
            reference(step, ModelPackage.Literals.STEP__AFTER);
            reference(step, ModelPackage.Literals.STEP__USES);
            task(step);
        }
    }

    // ── experiments ─────────────────────────────────────────────────────────────────────────────────────────

    private void experiment(Experiment experiment) {
        reference(experiment, ModelPackage.Literals.EXPERIMENT__HARDWARE);
        reference(experiment, ModelPackage.Literals.EXPERIMENT__MODEL);
        reference(experiment, ModelPackage.Literals.EXPERIMENT__WORKLOAD);
        calls = new Calls(designs.vocabulary(), Experiments.engines(experiment));
        scope = new Scope(null, Map.of(), experiment);
        for (Split split : experiment.getSplits()) {
            String doc = SPLITS.get(String.valueOf(split.getKind()));
            whole(
                    split,
                    ModelPackage.Literals.SPLIT__KIND,
                    doc == null ? new Meaning.Unknown() : new Meaning.Fixed(doc));
        }
        expression(experiment.getServing(), Slot.of(MechanismKind.SCHEDULER));
        for (Column column : experiment.getColumns()) {
            column(column);
        }
        for (Axis axis : experiment.getAxes()) {
            axis(experiment, segments(axis, ModelPackage.Literals.AXIS__NAME));
            axis.getValues().forEach(value -> expression(value, Slot.ANYTHING));
        }
        experiment.getObjectives().forEach(this::term);
        experiment.getMeasures().forEach(this::term);
        for (Expectation expectation : experiment.getExpectations()) {
            term(expectation.getCondition());
            for (Point point : expectation.getPoints()) {
                axis(experiment, segments(point, ModelPackage.Literals.POINT__NAME));
                expression(point.getValue(), Slot.ANYTHING);
            }
        }
        calls = new Calls(designs.vocabulary(), List.of());
        scope = Scope.NONE;
    }

    private void column(Column column) {
        reference(column, ModelPackage.Literals.COLUMN__MEMORY);
        if (column.getName() != null) {
            declared(column);
        }
        Memory memory = column.getMemory();
        Map<String, Parameter> parameters = memory == null || memory.eIsProxy()
                ? Map.of()
                : WholeMemory.of(memory).parameters();
        for (Argument argument : column.getArguments()) {
            if (argument.getName() != null) {
                Parameter parameter = parameters.get(argument.getName());
                whole(
                        argument,
                        ModelPackage.Literals.ARGUMENT__NAME,
                        parameter == null ? new Meaning.Unknown() : new Meaning.Declared(List.of(parameter), false));
            }
            expression(argument.getValue(), Slot.ANYTHING);
        }
    }

    /** The name of an axis: a parameter of compared memories, of the serving rule, or a property of the workload. */
    private void axis(Experiment experiment, List<Segment> segments) {
        if (segments.isEmpty() || segments.size() > 2) {
            return;
        }
        Segment last = segments.getLast();
        if (segments.size() == 1) {
            add(last.span(), axis(experiment, "", last.text()));
            return;
        }
        String owner = segments.getFirst().text();
        for (Column column : experiment.getColumns()) {
            Memory memory = column.getMemory();
            if (memory != null
                    && !memory.eIsProxy()
                    && (owner.equals(Experiments.name(column)) || owner.equals(memory.getName()))) {
                boolean renamed = owner.equals(column.getName());
                add(segments.getFirst().span(), new Meaning.Declared(List.of(renamed ? column : memory), false));
                Parameter parameter = WholeMemory.of(memory).parameters().get(last.text());
                add(
                        last.span(),
                        parameter == null ? new Meaning.Unknown() : new Meaning.Declared(List.of(parameter), false));
                return;
            }
        }
        add(last.span(), axis(experiment, owner, last.text()));
    }

    private Meaning axis(Experiment experiment, String owner, String name) {
        if (owner.isEmpty()) {
            Set<Named> parameters = new LinkedHashSet<>();
            for (Column column : experiment.getColumns()) {
                if (column.getMemory() != null && !column.getMemory().eIsProxy()) {
                    Parameter parameter =
                            WholeMemory.of(column.getMemory()).parameters().get(name);
                    if (parameter != null) {
                        parameters.add(parameter);
                    }
                }
            }
            if (!parameters.isEmpty()) {
                return new Meaning.Declared(List.copyOf(parameters), false);
            }
            if (name.equals("batch")) {
                return new Meaning.Fixed("How many requests run at once.");
            }
        }
        if ((owner.isEmpty() || owner.equals("serving")) && experiment.getServing() instanceof Call call) {
            MechanismWord rule = calls.mechanism(List.of(MechanismKind.SCHEDULER), String.valueOf(call.getName()))
                    .orElse(null);
            ParamWord param = rule == null ? null : rule.param(name).orElse(null);
            if (rule != null && param != null) {
                return new Meaning.ParameterName(rule, param);
            }
        }
        if (owner.isEmpty() || owner.equals("workload")) {
            Optional<PropertyWord> property = Properties.find(PropertyOwner.WORKLOAD, name);
            if (property.isPresent()) {
                return new Meaning.PropertyName(property.get());
            }
        }
        Workload workload = experiment.getWorkload();
        if (workload != null && !workload.eIsProxy()) {
            Property property = WholeWorkload.of(workload).properties().get(owner);
            PropertyWord word = Properties.find(PropertyOwner.WORKLOAD, owner).orElse(null);
            if (property != null && word != null && property.getValue() instanceof Call call) {
                MechanismWord mechanism = calls.mechanism(word.kinds(), String.valueOf(call.getName()))
                        .orElse(null);
                ParamWord param =
                        mechanism == null ? null : mechanism.param(name).orElse(null);
                if (mechanism != null && param != null) {
                    return new Meaning.ParameterName(mechanism, param);
                }
            }
        }
        return new Meaning.Unknown();
    }

    /** A metric, or a condition on metrics of columns. */
    private void term(@Nullable Expression expression) {
        switch (expression) {
            case Reference reference ->
                whole(reference, ModelPackage.Literals.REFERENCE__NAME, metric(reference.getName()));
            case Call call -> {
                Meaning meaning = metric(call.getName());
                whole(call, ModelPackage.Literals.CALL__NAME, meaning);
                call.getArguments().forEach(argument -> measured(argument.getValue(), meaning));
            }
            case Select select -> {
                if (select.getTarget() instanceof Reference column) {
                    whole(column, ModelPackage.Literals.REFERENCE__NAME, columnNamed(column.getName()));
                } else {
                    term(select.getTarget());
                }
                Meaning meaning = metric(select.getName());
                whole(select, ModelPackage.Literals.SELECT__NAME, meaning);
                select.getArguments().forEach(argument -> measured(argument.getValue(), meaning));
            }
            case Binary binary -> {
                term(binary.getLeft());
                term(binary.getRight());
            }
            case Negation negation -> term(negation.getOperand());
            case null -> {}
            default -> expression(expression, Slot.ANYTHING);
        }
    }

    private Meaning metric(@Nullable String name) {
        return calls.metric(String.valueOf(name))
                .map(metric -> (Meaning) metric)
                .orElse(new Meaning.Unknown());
    }

    private Meaning columnNamed(@Nullable String name) {
        Experiment experiment = scope.experiment();
        if (experiment != null) {
            for (Column column : experiment.getColumns()) {
                if (!Experiments.name(column).isEmpty()
                        && Experiments.name(column).equals(name)) {
                    Named target = column.getName() == null ? column.getMemory() : column;
                    return new Meaning.Declared(List.of(target), false);
                }
            }
        }
        return new Meaning.Unknown();
    }

    /** What a metric is measured of: a tier, a percentile. */
    private void measured(@Nullable Expression argument, Meaning metric) {
        if (!(argument instanceof Reference reference)) {
            expression(argument, Slot.ANYTHING);
            return;
        }
        MetricArgument kind =
                metric instanceof Meaning.MetricName name ? name.word().argument() : MetricArgument.NONE;
        Experiment experiment = scope.experiment();
        WholeHardware hardware = experiment == null ? null : experiments.hardware(experiment);
        Meaning meaning = switch (kind) {
            case STATISTIC, THING, COUNT -> new Meaning.Fixed(statistic(String.valueOf(reference.getName())));
            case TIER -> part(hardware, reference.getName(), Tier.class);
            default -> part(hardware, reference.getName(), Component.class);
        };
        whole(reference, ModelPackage.Literals.REFERENCE__NAME, meaning);
    }

    /** What a statistic is, in one sentence. */
    public static String statistic(String name) {
        return switch (name) {
            case "mean" -> "The mean.";
            case "min" -> "The least value.";
            case "max" -> "The greatest value.";
            case "requests" -> "Counted in requests.";
            case "tokens" -> "Counted in tokens.";
            default -> {
                String digits = name.startsWith("p") ? name.substring(1) : "";
                if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    yield "What the metric is measured of.";
                }
                String percent = digits.length() <= 2 ? digits : digits.substring(0, 2) + "." + digits.substring(2);
                yield "The value that " + percent + "% do not exceed.";
            }
        };
    }

    private static Meaning part(
            @Nullable WholeHardware hardware, @Nullable String name, Class<? extends Component> type) {
        List<Named> parts = new ArrayList<>(Experiments.parts(hardware, String.valueOf(name), type));
        return parts.isEmpty() ? new Meaning.Unknown() : new Meaning.Declared(parts, false);
    }

    // ── expressions ─────────────────────────────────────────────────────────────────────────────────────────

    private void expression(@Nullable Expression expression, Slot slot) {
        switch (expression) {
            case NumberLiteral number -> number(number);
            case Reference reference ->
                whole(
                        reference,
                        ModelPackage.Literals.REFERENCE__NAME,
                        named(String.valueOf(reference.getName()), slot));
            case Call call
            when slot.param() != null && slot.param().type() == ParamType.FORMULA -> function(call, slot);
            case Call call ->
                call(call, ModelPackage.Literals.CALL__NAME, call.getName(), call.getArguments(), slot.kinds());
            case Select select -> {
                expression(select.getTarget(), Slot.ANYTHING);
                if (select.isInvoked()) {
                    call(
                            select,
                            ModelPackage.Literals.SELECT__NAME,
                            select.getName(),
                            select.getArguments(),
                            slot.kinds());
                } else {
                    MechanismWord word = calls.mechanism(slot.kinds(), String.valueOf(select.getName()))
                            .orElse(null);
                    whole(
                            select,
                            ModelPackage.Literals.SELECT__NAME,
                            word == null ? new Meaning.Unknown() : new Meaning.MechanismName(word));
                }
            }
            case Pipe pipe -> {
                expression(pipe.getLeft(), slot);
                expression(pipe.getRight(), slot);
            }
            case Binary binary -> {
                expression(binary.getLeft(), slot);
                expression(binary.getRight(), slot);
            }
            case Negation negation -> expression(negation.getOperand(), slot);
            case StringLiteral text -> {}
            case null -> {}
            default -> {}
        }
    }

    private void number(NumberLiteral number) {
        INode node = NodeModelUtils.findActualNodeFor(number);
        if (node == null || number.getAmount() == null) {
            return;
        }
        try {
            Quantity quantity = Evaluator.literal(number);
            add(new Span(node.getOffset(), node.getLength()), new Meaning.Amount(quantity));
        } catch (EvaluationFailure reportedByTheChecks) {
            add(new Span(node.getOffset(), node.getLength()), new Meaning.Unknown());
        }
    }

    private void call(
            EObject call,
            EStructuralFeature feature,
            @Nullable String name,
            List<Argument> arguments,
            List<MechanismKind> kinds) {
        MechanismWord word = calls.mechanism(kinds, String.valueOf(name)).orElse(null);
        whole(call, feature, word == null ? new Meaning.UnknownCall() : new Meaning.MechanismName(word));
        Set<String> byName = new HashSet<>();
        arguments.stream().map(Argument::getName).filter(n -> n != null).forEach(byName::add);
        if (word != null && call instanceof Select) {
            Calls.receiver(word).ifPresent(store -> byName.add(store.name()));
        }
        int position = 0;
        for (Argument argument : arguments) {
            ParamWord param = null;
            if (word != null) {
                param = argument.getName() == null
                        ? Calls.positional(word, byName, position).orElse(null)
                        : word.param(argument.getName()).orElse(null);
            }
            if (argument.getName() == null) {
                position++;
            } else {
                whole(
                        argument,
                        ModelPackage.Literals.ARGUMENT__NAME,
                        word == null || param == null ? new Meaning.Unknown() : new Meaning.ParameterName(word, param));
            }
            expression(
                    argument.getValue(),
                    word == null || param == null ? Slot.ANYTHING : new Slot(Calls.kinds(param), word, param));
        }
    }

    /** A function in a formula: its arguments are of the formula too. */
    private void function(Call call, Slot slot) {
        whole(call, ModelPackage.Literals.CALL__NAME, new Meaning.Fixed("A function of a formula."));
        call.getArguments().forEach(argument -> expression(argument.getValue(), slot));
    }

    /** What a name in an expression means. */
    private Meaning named(String name, Slot slot) {
        ParamWord param = slot.param();
        MechanismWord mechanism = slot.mechanism();
        if (param != null && mechanism != null && Calls.choices(param).contains(name)) {
            return new Meaning.Choice(mechanism, param);
        }
        Variable variable = scope.variables().get(name);
        if (variable != null) {
            return new Meaning.Declared(List.of(variable), false);
        }
        WholeMemory memory = scope.memory();
        if (memory != null && memory.parameters().get(name) != null) {
            return new Meaning.Declared(List.of(memory.parameters().get(name)), false);
        }
        MechanismWord called = calls.mechanism(slot.kinds(), name).orElse(null);
        if (called != null) {
            return new Meaning.MechanismName(called);
        }
        if (param != null && (param.type() == ParamType.WORD || param.type() == ParamType.NAME)) {
            return new Meaning.Fixed(param.doc());
        }
        if (memory != null && memory.stores().get(name) != null && (param == null || param.type() != ParamType.TIER)) {
            return new Meaning.Declared(List.of(memory.stores().get(name)), false);
        }
        boolean maybeTier = param == null || param.type() == ParamType.TIER || param.type() == ParamType.PLACE;
        if (memory != null && maybeTier && tier(name) instanceof Meaning.Declared tier) {
            return tier;
        }
        return new Meaning.Unknown();
    }

    // ── places ──────────────────────────────────────────────────────────────────────────────────────────────

    /** A part of a dotted name. */
    private record Segment(String text, Span span) {}

    private void declared(Named named) {
        whole(named, ModelPackage.Literals.NAMED__NAME, new Meaning.Declared(List.of(named), true));
    }

    private void add(Span span, Meaning meaning) {
        found.add(new Word(span, meaning));
    }

    private void whole(EObject object, EStructuralFeature feature, Meaning meaning) {
        for (INode node : NodeModelUtils.findNodesForFeature(object, feature)) {
            add(new Span(node.getOffset(), node.getLength()), meaning);
            return;
        }
    }

    /** Every word that a cross reference is written with; of a path into a task, each step. */
    private void reference(EObject object, EReference reference) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(object, reference);
        List<?> targets = reference.isMany()
                ? (List<?>) object.eGet(reference)
                : Collections.singletonList(object.eGet(reference));
        Iterator<INode> at = nodes.iterator();
        for (Object each : targets) {
            if (!at.hasNext()) {
                return;
            }
            List<Segment> segments = segments(at.next());
            if (segments.isEmpty()) {
                continue;
            }
            EObject target = each instanceof EObject object2 ? EcoreUtil.resolve(object2, object) : null;
            boolean known = target instanceof Named && !target.eIsProxy();
            add(
                    segments.getLast().span(),
                    known ? new Meaning.Declared(List.of((Named) target), false) : new Meaning.Unknown());
            EObject above = known && target instanceof TaskElement ? target.eContainer() : null;
            for (int i = segments.size() - 2; i >= 0 && above instanceof Step step; i--) {
                add(segments.get(i).span(), new Meaning.Declared(List.of(step), false));
                above = step.eContainer();
            }
        }
    }

    private static List<Segment> segments(EObject object, EStructuralFeature feature) {
        for (INode node : NodeModelUtils.findNodesForFeature(object, feature)) {
            return segments(node);
        }
        return List.of();
    }

    private static List<Segment> segments(INode node) {
        List<Segment> segments = new ArrayList<>();
        for (ILeafNode leaf : node.getLeafNodes()) {
            String text = leaf.getText();
            if (!leaf.isHidden() && !text.equals(".") && !text.equals("*") && !text.isEmpty()) {
                segments.add(new Segment(
                        text.startsWith("^") ? text.substring(1) : text, new Span(leaf.getOffset(), leaf.getLength())));
            }
        }
        return segments;
    }
}
