/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.evaluate.WholeWorkload;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.issue.Nearest;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.model.Argument;
import org.memwright.model.Axis;
import org.memwright.model.Binary;
import org.memwright.model.Call;
import org.memwright.model.Column;
import org.memwright.model.Expectation;
import org.memwright.model.Experiment;
import org.memwright.model.Expression;
import org.memwright.model.ModelPackage;
import org.memwright.model.Negation;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Point;
import org.memwright.model.Property;
import org.memwright.model.Reference;
import org.memwright.model.Select;
import org.memwright.runtime.vocabulary.EngineWord;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.MetricWord;
import org.memwright.runtime.vocabulary.ParamWord;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/** An experiment has what its engines need, and asks for what they produce. */
public class ExperimentChecks extends Checks {
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");
    private static final String USUAL_SCHEDULER = "continuous";

    @Inject
    private EngineWords engines;

    @Check
    public void experimentHasWhatItsEnginesNeed(Experiment experiment) {
        String name = experiment.getName();
        if (experiment.getColumns().isEmpty()) {
            report(experiment, ModelPackage.Literals.NAMED__NAME, LangIssue.COMPARE_MISSING, List.of(), name);
            return;
        }
        for (String engine : enginesOf(experiment)) {
            boolean built = engines.built(engine).isPresent();
            if (built && engines.needsHardware(engine) && experiment.getHardware() == null) {
                report(
                        experiment,
                        ModelPackage.Literals.NAMED__NAME,
                        LangIssue.HARDWARE_MISSING,
                        List.of(),
                        name,
                        engine);
                break;
            }
            if (engines.runsAModel(engine) && built && experiment.getModel() == null) {
                report(experiment, ModelPackage.Literals.NAMED__NAME, LangIssue.MODEL_MISSING, List.of(), name, engine);
                break;
            }
            if (built && experiment.getWorkload() == null) {
                report(experiment, ModelPackage.Literals.NAMED__NAME, LangIssue.WORKLOAD_MISSING, List.of(), name);
                break;
            }
        }
    }

    /** The engines of the compared memories, each once. */
    private Set<String> enginesOf(Experiment experiment) {
        Set<String> names = new LinkedHashSet<>();
        for (Column column : experiment.getColumns()) {
            if (isKnown(column.getMemory())) {
                names.add(whole(column.getMemory()).engine());
            }
        }
        names.remove("");
        return names;
    }

    /** The engines whose metrics and mechanisms are known; empty where one of them is not built. */
    private List<EngineWord> builtEngines(Experiment experiment) {
        return once(List.of("engines", experiment), () -> findBuiltEngines(experiment));
    }

    private List<EngineWord> findBuiltEngines(Experiment experiment) {
        List<EngineWord> words = new ArrayList<>();
        for (String name : enginesOf(experiment)) {
            EngineWord word = engines.built(name).orElse(null);
            if (word == null) {
                return List.of();
            }
            words.add(word);
        }
        return words;
    }

    private static boolean isKnown(@Nullable EObject target) {
        return target != null && !target.eIsProxy();
    }

    @Check
    public void columnsHaveNamesOfTheirOwn(Experiment experiment) {
        Set<String> seen = new HashSet<>();
        for (Column column : experiment.getColumns()) {
            String name = nameOf(column);
            if (!name.isEmpty() && !seen.add(name)) {
                report(column, null, LangIssue.DUPLICATE_COLUMN, List.of(), name, Positions.text(column));
            }
        }
    }

    private static String nameOf(Column column) {
        if (column.getName() != null && !column.getName().isEmpty()) {
            return column.getName();
        }
        return isKnown(column.getMemory()) && column.getMemory().getName() != null
                ? column.getMemory().getName()
                : "";
    }

    @Check
    public void workloadIsOfTheRightKind(Experiment experiment) {
        if (!isKnown(experiment.getWorkload())) {
            return;
        }
        WholeWorkload workload = whole(experiment.getWorkload());
        List<String> kinds = engines.workloadKinds().stream()
                .filter(workload.properties()::containsKey)
                .toList();
        for (EngineWord engine : builtEngines(experiment)) {
            if (!kinds.isEmpty() && engine.workloads().stream().noneMatch(kinds::contains)) {
                report(
                        experiment,
                        ModelPackage.Literals.EXPERIMENT__WORKLOAD,
                        LangIssue.WORKLOAD_KIND,
                        List.of(),
                        experiment.getWorkload().getName(),
                        Nearest.list(kinds),
                        engine.name(),
                        Nearest.list(engine.workloads()));
            }
        }
    }

    @Check
    public void servingIsOfTheEngine(Experiment experiment) {
        if (experiment.getServing() == null) {
            return;
        }
        for (EngineWord engine : builtEngines(experiment)) {
            engines.calls(
                            engine.name(),
                            Evaluator.constant(),
                            Set.of(),
                            (at, issue, data, message) -> say(at, null, -1, issue, message, data))
                    .check(experiment.getServing(), List.of(MechanismKind.SCHEDULER), "");
        }
    }

    @Check
    public void seedsAreAtLeastOne(Experiment experiment) {
        boolean written = !NodeModelUtils.findNodesForFeature(experiment, ModelPackage.Literals.EXPERIMENT__REPEAT)
                .isEmpty();
        if (written && experiment.getRepeat() < 1) {
            report(
                    experiment,
                    ModelPackage.Literals.EXPERIMENT__REPEAT,
                    LangIssue.NOT_A_COUNT,
                    List.of(),
                    experiment.getRepeat(),
                    1,
                    Integer.MAX_VALUE);
        }
    }

    private Metrics metrics(EngineWord engine, Experiment experiment) {
        return once(List.of("metrics", engine, experiment), () -> newMetrics(engine, experiment));
    }

    private Metrics newMetrics(EngineWord engine, Experiment experiment) {
        WholeHardware hardware = isKnown(experiment.getHardware()) ? whole(experiment.getHardware()) : null;
        return new Metrics(engine, hardware, (at, issue, data, message) -> say(at, null, -1, issue, message, data));
    }

    @Check
    public void measuresAreMetricsOfTheEngine(Experiment experiment) {
        for (EngineWord engine : builtEngines(experiment)) {
            Metrics metrics = metrics(engine, experiment);
            for (Expression measure : experiment.getMeasures()) {
                switch (measure) {
                    case Reference reference
                    when reference.getName() != null -> metrics.check(reference, reference.getName(), List.of());
                    case Call call
                    when call.getName() != null -> metrics.check(call, call.getName(), call.getArguments());
                    default -> report(measure, null, LangIssue.METRIC_FORM, List.of(), Positions.text(measure));
                }
            }
        }
    }

    @Check
    public void objectivesBoundATime(Experiment experiment) {
        for (EngineWord engine : builtEngines(experiment)) {
            Metrics metrics = metrics(engine, experiment);
            for (Expression objective : experiment.getObjectives()) {
                if (!(objective instanceof Binary binary)
                        || !"<=".equals(binary.getOperator())
                        || !(binary.getLeft() instanceof Reference metric)
                        || metric.getName() == null
                        || binary.getRight() == null) {
                    report(objective, null, LangIssue.OBJECTIVE_FORM, List.of(), Positions.text(objective));
                    continue;
                }
                MetricWord word = metrics.check(metric, metric.getName(), List.of());
                if (word != null) {
                    measuresTheSame(Metrics.dimension(word, List.of()), Dimension.TIME, objective);
                    measuresTheSame(Dimension.TIME, constant(binary.getRight()), binary.getRight());
                }
            }
        }
    }

    private void measuresTheSame(@Nullable Dimension left, @Nullable Dimension right, EObject at) {
        if (left != null && right != null && !left.equals(right)) {
            report(at, null, LangIssue.OBJECTIVE_FORM, List.of(), Positions.text(at));
        }
    }

    private static @Nullable Dimension constant(Expression expression) {
        try {
            return Evaluator.constant().quantity(expression).dimension();
        } catch (EvaluationFailure failure) {
            return null;
        }
    }

    // ── what varies ─────────────────────────────────────────────────────────────────────────────────────────────

    @Check
    public void axesNameWhatThereIs(Experiment experiment) {
        List<EngineWord> built = builtEngines(experiment);
        Set<String> seen = new HashSet<>();
        for (Axis axis : experiment.getAxes()) {
            if (axis.getName() == null) {
                continue;
            }
            if (!seen.add(axis.getName())) {
                report(axis, ModelPackage.Literals.AXIS__NAME, LangIssue.AXIS_TWICE, List.of(), axis.getName());
            } else if (!built.isEmpty()) {
                Set<String> known = axisNames(experiment, built);
                if (!known.contains(axis.getName())) {
                    String nearest = Nearest.to(axis.getName(), known);
                    report(
                            axis,
                            ModelPackage.Literals.AXIS__NAME,
                            LangIssue.AXIS_UNKNOWN,
                            data(nearest),
                            axis.getName(),
                            Nearest.question(nearest));
                }
            }
        }
    }

    /** All names that {@code vary} may give values to. */
    private Set<String> axisNames(Experiment experiment, List<EngineWord> built) {
        Set<String> names = new LinkedHashSet<>();
        for (Column column : experiment.getColumns()) {
            if (isKnown(column.getMemory())) {
                for (String parameter : whole(column.getMemory()).parameters().keySet()) {
                    names.add(parameter);
                    names.add(nameOf(column) + "." + parameter);
                    names.add(column.getMemory().getName() + "." + parameter);
                }
            }
        }
        String serving = switch (experiment.getServing()) {
            case Call call -> String.valueOf(call.getName());
            case Reference reference -> String.valueOf(reference.getName());
            case null, default -> USUAL_SCHEDULER;
        };
        for (EngineWord engine : built) {
            engines.vocabulary()
                    .mechanism(engine.name(), MechanismKind.SCHEDULER, serving)
                    .ifPresent(word -> {
                        for (ParamWord param : word.params()) {
                            names.add(param.name());
                            names.add("serving." + param.name());
                        }
                    });
        }
        names.add("batch");
        for (String property : Properties.of(PropertyOwner.WORKLOAD).keySet()) {
            names.add(property);
            names.add("workload." + property);
        }
        if (isKnown(experiment.getWorkload())) {
            whole(experiment.getWorkload()).properties().forEach((name, property) -> {
                for (ParamWord param : parameters(property, built)) {
                    names.add(name + "." + param.name());
                }
            });
        }
        return names;
    }

    private List<ParamWord> parameters(Property property, List<EngineWord> built) {
        String mechanism = switch (property.getValue()) {
            case Call call -> String.valueOf(call.getName());
            case Reference reference -> String.valueOf(reference.getName());
            case null, default -> "";
        };
        return engines.vocabulary().mechanisms().stream()
                .filter(word -> word.name().equals(mechanism)
                        && built.stream().anyMatch(engine -> word.engines().contains(engine.name())))
                .map(MechanismWord::params)
                .flatMap(List::stream)
                .toList();
    }

    // ── what is expected ────────────────────────────────────────────────────────────────────────────────────────

    @Check
    public void expectationsCompareMetricsOfColumns(Experiment experiment) {
        Map<String, Column> columns = new LinkedHashMap<>();
        experiment.getColumns().forEach(column -> columns.putIfAbsent(nameOf(column), column));
        columns.remove("");
        if (columns.isEmpty()) {
            return;
        }
        String example = columns.keySet().iterator().next();
        for (Expectation expectation : experiment.getExpectations()) {
            Expression condition = expectation.getCondition();
            if (condition == null) {
                continue;
            }
            if (condition instanceof Binary binary && COMPARISONS.contains(String.valueOf(binary.getOperator()))) {
                Dimension left = term(binary.getLeft(), experiment, columns);
                Dimension right = term(binary.getRight(), experiment, columns);
                if (left != null && right != null && !left.equals(right)) {
                    report(
                            binary,
                            null,
                            LangIssue.DIMENSIONS_DIFFER,
                            List.of(),
                            "compared",
                            "'" + Positions.text(binary.getLeft()) + "'",
                            left.describe(),
                            "'" + Positions.text(binary.getRight()) + "'",
                            right.describe());
                }
            } else {
                report(condition, null, LangIssue.EXPECT_FORM, List.of(), Positions.text(condition), example, example);
            }
            expectation.getPoints().forEach(point -> point(point, experiment));
        }
    }

    /** What a side of a comparison measures; null where that cannot be told. */
    private @Nullable Dimension term(
            @Nullable Expression expression, Experiment experiment, Map<String, Column> columns) {
        return switch (expression) {
            case null -> null;
            case NumberLiteral number -> constant(number);
            case Negation negation -> term(negation.getOperand(), experiment, columns);
            case Binary binary
            when !COMPARISONS.contains(String.valueOf(binary.getOperator())) -> {
                Dimension left = term(binary.getLeft(), experiment, columns);
                Dimension right = term(binary.getRight(), experiment, columns);
                yield combine(binary, left, right);
            }
            case Select select
            when select.getTarget() instanceof Reference column -> measured(select, column, experiment, columns);
            default -> {
                report(
                        expression,
                        null,
                        LangIssue.EXPECT_TERM,
                        List.of(),
                        Positions.text(expression),
                        columns.keySet().iterator().next());
                yield null;
            }
        };
    }

    private @Nullable Dimension combine(Binary binary, @Nullable Dimension left, @Nullable Dimension right) {
        if (left == null || right == null) {
            return null;
        }
        return switch (String.valueOf(binary.getOperator())) {
            case "*" -> left.times(right);
            case "/" -> left.dividedBy(right);
            default -> {
                boolean constants = constant(binary.getLeft()) != null && constant(binary.getRight()) != null;
                if (!left.equals(right) && !constants) {
                    report(
                            binary,
                            null,
                            LangIssue.DIMENSIONS_DIFFER,
                            List.of(),
                            binary.getOperator().equals("+") ? "added" : "subtracted",
                            "'" + Positions.text(binary.getLeft()) + "'",
                            left.describe(),
                            "'" + Positions.text(binary.getRight()) + "'",
                            right.describe());
                    yield null;
                }
                yield left.equals(right) ? left : null;
            }
        };
    }

    private @Nullable Dimension measured(
            Select select, Reference target, Experiment experiment, Map<String, Column> columns) {
        Column column = columns.get(String.valueOf(target.getName()));
        if (column == null) {
            String nearest = Nearest.to(String.valueOf(target.getName()), columns.keySet());
            report(
                    target,
                    null,
                    LangIssue.COLUMN_UNKNOWN,
                    data(nearest),
                    target.getName(),
                    Nearest.question(nearest),
                    Nearest.list(columns.keySet()));
            return null;
        }
        if (!isKnown(column.getMemory()) || select.getName() == null) {
            return null;
        }
        EngineWord engine = engines.built(whole(column.getMemory()).engine()).orElse(null);
        if (engine == null) {
            return null;
        }
        List<Argument> arguments = select.getArguments();
        MetricWord metric = metrics(engine, experiment).check(select, select.getName(), arguments);
        return metric == null ? null : Metrics.dimension(metric, arguments);
    }

    private void point(Point point, Experiment experiment) {
        if (point.getName() == null || point.getValue() == null) {
            return;
        }
        List<String> axes = experiment.getAxes().stream()
                .map(Axis::getName)
                .filter(a -> a != null)
                .toList();
        Axis axis = experiment.getAxes().stream()
                .filter(each -> point.getName().equals(each.getName()))
                .findFirst()
                .orElse(null);
        if (axis == null) {
            String nearest = Nearest.to(point.getName(), axes);
            report(
                    point,
                    ModelPackage.Literals.POINT__NAME,
                    LangIssue.POINT_UNKNOWN,
                    data(nearest),
                    point.getName(),
                    Nearest.question(nearest),
                    axes.isEmpty() ? "The experiment has no vary." : "What varies is " + Nearest.list(axes) + ".");
        } else if (axis.getValues().stream().noneMatch(value -> isSame(value, point.getValue()))) {
            report(
                    point,
                    ModelPackage.Literals.POINT__VALUE,
                    LangIssue.POINT_NOT_ON_AXIS,
                    List.of(),
                    point.getName(),
                    Positions.text(point.getValue()),
                    Nearest.list(axis.getValues().stream().map(Positions::text).toList()));
        }
    }

    private static boolean isSame(Expression a, Expression b) {
        try {
            Quantity one = Evaluator.constant().quantity(a);
            return one.sameAs(Evaluator.constant().quantity(b));
        } catch (EvaluationFailure noQuantity) {
            return Positions.text(a).equals(Positions.text(b));
        }
    }
}
