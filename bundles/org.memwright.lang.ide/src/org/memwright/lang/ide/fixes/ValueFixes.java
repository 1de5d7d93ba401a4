/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.fixes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.lang.ide.documentation.WordDocs;
import org.memwright.lang.ide.meaning.Calls;
import org.memwright.lang.ide.meaning.Meaning;
import org.memwright.lang.ide.meaning.Word;
import org.memwright.lang.ide.meaning.Words;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.ide.text.TextChange;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyType;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.model.Argument;
import org.memwright.model.Axis;
import org.memwright.model.Call;
import org.memwright.model.Column;
import org.memwright.model.Experiment;
import org.memwright.model.Expression;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Peak;
import org.memwright.model.Point;
import org.memwright.model.Property;
import org.memwright.model.Select;
import org.memwright.model.Store;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.ParamType;
import org.memwright.runtime.vocabulary.ParamWord;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;
import org.memwright.units.Unit;
import org.memwright.units.Units;

/** Values of the wrong kind, unit or size. */
final class ValueFixes extends Mending {
    private static final int MOST_UNITS = 4;
    private static final int MOST_CHOICES = 5;
    private static final Pattern SIZES = Pattern.compile("asks for (.+?), but tier '(.+?)' of .+? holds (.+?)\\. ");

    ValueFixes(Mending mending) {
        super(mending);
    }

    // ── units ───────────────────────────────────────────────────────────────────────────────────────────────

    /** The number with units of the dimension that is expected there. */
    void otherUnit() {
        NumberLiteral number = number().orElse(null);
        Span place = number == null ? null : place(number).orElse(null);
        Dimension dimension = number == null ? null : dimension(number).orElse(null);
        if (number == null || place == null || dimension == null || number.getAmount() == null) {
            return;
        }
        String amount = number.getAmount();
        if (dimension.equals(Dimension.NUMBER)) {
            change("Write " + amount, place, amount);
            return;
        }
        String written = number.getUnit() == null ? "" : number.getUnit();
        String usual = usualUnit(number);
        Units.of(dimension).stream()
                .map(Unit::symbol)
                .sorted(Comparator.comparingInt((String symbol) -> isLike(written, symbol) ? 0 : 1)
                        .thenComparingInt(symbol -> symbol.equals(usual) ? 0 : 1))
                .limit(MOST_UNITS)
                .map(unit -> amount + (unit.equals("%") ? "" : " ") + unit)
                .forEach(quantity -> change("Write " + quantity, place, quantity));
    }

    /** Whether one is the beginning of the other: GB of GB/s. */
    private static boolean isLike(String written, String unit) {
        return !written.isEmpty() && !unit.isEmpty() && (unit.startsWith(written) || written.startsWith(unit));
    }

    /** The unit of the example of what is set. */
    private static String usualUnit(NumberLiteral number) {
        String example = switch (number.eContainer()) {
            case Property property -> word(property).map(PropertyWord::example).orElse("");
            case Peak peak -> "peak fp16 312 TFLOP/s";
            case null -> "";
            default -> "";
        };
        return example.substring(example.lastIndexOf(' ') + 1);
    }

    private Optional<NumberLiteral> number() {
        return at(NumberLiteral.class)
                .or(() -> value().filter(NumberLiteral.class::isInstance).map(NumberLiteral.class::cast));
    }

    /** The value of the argument or property that the finding is in, the inner one of the two. */
    private Optional<Expression> value() {
        return at(Argument.class)
                .map(Argument::getValue)
                .or(() -> at(Property.class).map(Property::getValue));
    }

    /** The dimension that is expected of a value: of its property, peak or parameter. */
    private Optional<Dimension> dimension(EObject value) {
        return switch (value.eContainer()) {
            case Property property ->
                word(property)
                        .filter(word -> word.type() == PropertyType.QUANTITY || word.type() == PropertyType.COUNT)
                        .map(PropertyWord::dimension);
            case Peak peak -> Optional.of(Dimension.COMPUTE);
            case Argument argument -> param(argument).flatMap(param -> WordDocs.dimension(param.type()));
            case null -> Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<PropertyWord> word(Property property) {
        return PropertyOwner.of(property.eContainer())
                .flatMap(owner -> Properties.find(owner, String.valueOf(property.getName())));
    }

    /** The parameter that an argument goes to. */
    private Optional<ParamWord> param(Argument argument) {
        EObject call = argument.eContainer();
        List<Argument> arguments = switch (call) {
            case Call plain -> plain.getArguments();
            case Select selected -> selected.getArguments();
            case null -> List.of();
            default -> List.of();
        };
        MechanismWord mechanism =
                call == null ? null : place(call).flatMap(this::mechanismIn).orElse(null);
        if (mechanism == null) {
            return Optional.empty();
        }
        if (argument.getName() != null) {
            return mechanism.param(argument.getName());
        }
        Set<String> named = new HashSet<>();
        int position = 0;
        boolean before = true;
        for (Argument each : arguments) {
            before &= !each.equals(argument);
            if (each.getName() != null) {
                named.add(each.getName());
            } else if (before) {
                position++;
            }
        }
        return Calls.positional(mechanism, named, position);
    }

    /** The mechanism that a call begins with. */
    private Optional<MechanismWord> mechanismIn(Span call) {
        for (Word word : Words.of(designs, resource)) {
            if (word.span().offset() >= call.offset()
                    && word.span().end() <= call.end()
                    && word.meaning() instanceof Meaning.MechanismName mechanism) {
                return Optional.of(mechanism.word());
            }
        }
        return Optional.empty();
    }

    // ── kinds ───────────────────────────────────────────────────────────────────────────────────────────────

    /** A property whose value is of the wrong kind: another unit, a whole number, or the example. */
    void otherProperty() {
        Property property = at(Property.class).orElse(null);
        PropertyWord word = property == null ? null : word(property).orElse(null);
        Span place = property == null ? null : place(property).orElse(null);
        if (word == null || place == null) {
            return;
        }
        if (word.type() == PropertyType.QUANTITY) {
            otherUnit();
        } else if (word.type() == PropertyType.COUNT) {
            value().flatMap(ValueFixes::quantity).ifPresent(quantity -> {
                String whole = String.valueOf(Math.max(Math.round(word.min()), Math.round(quantity.amount())));
                value().flatMap(Mending::place).ifPresent(at -> change("Write " + whole, at, whole));
            });
        }
        new NameFixes(this).nearest();
        if (fixes.isEmpty()) {
            change("Write '" + word.example() + "'", place, word.example());
        }
    }

    /** An argument of the wrong kind: another unit, or one of the words that the parameter takes. */
    void otherArgument() {
        new NameFixes(this).nearest();
        Argument argument = at(Argument.class).orElse(null);
        ParamWord param = argument == null ? null : param(argument).orElse(null);
        if (argument == null || param == null || !fixes.isEmpty()) {
            return;
        }
        if (param.type() == ParamType.WORD) {
            place(argument.getValue())
                    .ifPresent(place -> param.choices().stream()
                            .limit(MOST_CHOICES)
                            .forEach(choice -> change("Write " + choice, place, choice)));
        } else {
            otherUnit();
        }
    }

    // ── sizes ───────────────────────────────────────────────────────────────────────────────────────────────

    /** The nearest value that is allowed, in the unit that is written. */
    void nearestAllowed() {
        Expression value = value().orElse(null);
        Span place = value == null ? null : place(value).orElse(null);
        Quantity written = value == null ? null : quantity(value).orElse(null);
        if (value == null || place == null || written == null) {
            return;
        }
        double min = Double.NEGATIVE_INFINITY;
        double max = Double.POSITIVE_INFINITY;
        if (value.eContainer() instanceof Property property && word(property).isPresent()) {
            min = word(property).get().min();
            max = word(property).get().max();
        } else if (value.eContainer() instanceof Argument argument
                && param(argument).isPresent()) {
            ParamWord param = param(argument).get();
            boolean isRatio = written.dimension().equals(Dimension.NUMBER) && param.type() == ParamType.TOKENS_OR_RATIO;
            min = isRatio ? 0 : param.min();
            max = isRatio ? 1 : param.max();
        }
        double bound = written.base() < min ? min : max;
        if (Double.isInfinite(bound) || bound == Double.MIN_VALUE) {
            return; // "above 0" has no nearest value
        }
        String quantity = new Quantity(written.unit().fromBase(bound), written.unit()).toString();
        change("Write " + quantity, place, quantity);
    }

    /** A count below 1. */
    void one() {
        if (written().equals("0")) {
            change("Write 1", span(), "1");
        }
    }

    private static Optional<Quantity> quantity(Expression value) {
        try {
            return Optional.of(Evaluator.constant().quantity(value));
        } catch (EvaluationFailure notConstant) {
            return Optional.empty();
        }
    }

    /** The finding is about a column; where its store says a size itself, that becomes what the tier holds. */
    void smallerStore() {
        Matcher sizes = SIZES.matcher(finding.message());
        Column column = at(Column.class).orElse(null);
        if (!sizes.find()
                || column == null
                || column.getMemory() == null
                || column.getMemory().eIsProxy()) {
            return;
        }
        String asked = sizes.group(1);
        String held = sizes.group(3);
        for (Store store : WholeMemory.of(column.getMemory()).stores().values()) {
            boolean same = sizes.group(2).equals(store.getTier());
            for (NumberLiteral number : EcoreUtil2.getAllContentsOfType(store, NumberLiteral.class)) {
                boolean isSize = same && Positions.text(number).equals(asked);
                if (isSize && designs.fileOf(store).isPresent() && place(number).isPresent()) {
                    change(
                            "Lower " + asked + " to " + held,
                            Map.of(
                                    designs.fileOf(store).get(),
                                    List.of(new TextChange(place(number).get(), held))));
                }
            }
        }
    }

    /** One of the values of the axis. */
    void pointOfTheAxis() {
        Point point = at(Point.class).orElse(null);
        Experiment experiment = point == null ? null : EcoreUtil2.getContainerOfType(point, Experiment.class);
        Span place = point == null || point.getValue() == null
                ? null
                : place(point.getValue()).orElse(null);
        if (point == null || experiment == null || place == null) {
            return;
        }
        List<String> values = new ArrayList<>();
        for (Axis axis : experiment.getAxes()) {
            if (String.valueOf(axis.getName()).equals(point.getName())) {
                axis.getValues().stream().map(Positions::text).forEach(values::add);
            }
        }
        values.forEach(value -> change("Write " + point.getName() + " " + value, place, value));
    }
}
