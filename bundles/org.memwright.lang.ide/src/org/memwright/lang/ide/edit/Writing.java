/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import com.google.inject.Inject;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.memwright.model.Argument;
import org.memwright.model.Binary;
import org.memwright.model.Call;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Datum;
import org.memwright.model.Endpoint;
import org.memwright.model.Expression;
import org.memwright.model.Handler;
import org.memwright.model.Hardware;
import org.memwright.model.Keep;
import org.memwright.model.Link;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Negation;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Parameter;
import org.memwright.model.Peak;
import org.memwright.model.Pipe;
import org.memwright.model.Property;
import org.memwright.model.Reference;
import org.memwright.model.Select;
import org.memwright.model.Step;
import org.memwright.model.Store;
import org.memwright.model.StringLiteral;
import org.memwright.model.Task;
import org.memwright.model.Tier;

/** Writes parts of a design that are not in a text yet. What was parsed is written as it was. */
final class Writing {
    private static final String INDENT = "  ";

    private final IValueConverterService converters;

    @Inject
    Writing(IValueConverterService converters) {
        this.converters = converters;
    }

    /** How a reference to something is written at a place. */
    interface Naming extends BiFunction<EObject, EReference, String> {}

    /** A name where it is declared or referred to; a word of the language gets a {@code ^}. */
    String id(String name) {
        return converters.toString(name, "ID");
    }

    /** A name in an expression, where most words of the language may stand. */
    String word(String name) {
        return converters.toString(name, "Word");
    }

    String string(String text) {
        return converters.toString(text, "STRING");
    }

    /**
     * A part that stands on lines of its own or in a block.
     *
     * @param naming how it refers to other parts
     * @return lines without indentation of the whole
     */
    String member(EObject part, Naming naming) {
        return switch (part) {
            case Hardware hardware -> "hardware " + id(hardware.getName()) + " {\n}";
            case Memory memory -> "memory " + id(memory.getName()) + " for " + word(memory.getEngine()) + " {\n}";
            case Task task -> "task " + id(task.getName()) + " {\n" + INDENT + "goal " + string(task.getGoal()) + "\n}";
            case ComputeUnit unit ->
                "compute " + id(unit.getName()) + count(unit.getCount())
                        + (unit.getTier() == null
                                ? ""
                                : " in " + naming.apply(unit, ModelPackage.Literals.COMPUTE_UNIT__TIER))
                        + " {\n" + lines(unit.getPeaks(), naming) + lines(unit.getProperties(), naming) + "}";
            case Tier tier ->
                "tier " + id(tier.getName())
                        + (tier.getComputeUnit() == null
                                ? ""
                                : " on " + naming.apply(tier, ModelPackage.Literals.TIER__COMPUTE_UNIT))
                        + block(tier.getProperties(), naming);
            case Link link ->
                "link " + id(link.getName()) + " : " + end(link.getSource(), naming)
                        + (link.isDuplex() ? " <-> " : " -> ") + end(link.getTarget(), naming)
                        + block(link.getProperties(), naming);
            case Peak peak -> "peak " + id(peak.getPrecision()) + " " + expression(peak.getValue());
            case Property property ->
                id(property.getName())
                        + (property.isFrom() ? " from" : "")
                        + (property.getValue() == null ? "" : " " + expression(property.getValue()));
            case Parameter parameter -> "param " + id(parameter.getName()) + " = " + expression(parameter.getValue());
            case Store store ->
                "store " + id(store.getName()) + " : " + expression(store.getLayout())
                        + (store.getTier() == null ? "" : " in " + id(store.getTier()));
            case Keep keep ->
                "keep " + naming.apply(keep, ModelPackage.Literals.KEEP__STORE)
                        + (keep.getEvent() == null ? "" : " at " + word(keep.getEvent()))
                        + " : " + expressions(keep.getSelectors())
                        + (keep.getOverflow() == null ? "" : " else " + expression(keep.getOverflow()));
            case Handler handler ->
                "on " + word(handler.getEvent())
                        + (handler.getVariables().isEmpty()
                                ? ""
                                : handler.getVariables().stream()
                                        .map(variable -> id(variable.getName()))
                                        .collect(Collectors.joining(", ", "(", ")")))
                        + " : " + expressions(handler.getActions());
            case Step step ->
                "step " + id(step.getName()) + (step.getTitle() == null ? "" : " " + string(step.getTitle()));
            case Datum datum -> id(datum.getName());
            default ->
                throw new IllegalArgumentException("a " + part.eClass().getName()
                        + " cannot be written on its own; write the declaration that it is in");
        };
    }

    private String lines(List<? extends EObject> parts, Naming naming) {
        return parts.stream().map(part -> INDENT + member(part, naming) + "\n").collect(Collectors.joining());
    }

    private String block(List<? extends EObject> parts, Naming naming) {
        return parts.stream().map(part -> member(part, naming)).collect(Collectors.joining(" ", " { ", " }"));
    }

    private static String count(int count) {
        return count == 1 ? "" : "[" + count + "]";
    }

    private String end(Endpoint endpoint, Naming naming) {
        return (endpoint.getUse() == null ? "" : naming.apply(endpoint, ModelPackage.Literals.ENDPOINT__USE) + ".")
                + naming.apply(endpoint, ModelPackage.Literals.ENDPOINT__TIER);
    }

    private String expressions(List<Expression> expressions) {
        return expressions.stream().map(this::expression).collect(Collectors.joining(", "));
    }

    /** An expression: as it was written, or in canonical form where it was made. */
    String expression(Expression expression) {
        INode node = NodeModelUtils.findActualNodeFor(expression);
        if (node != null) {
            return NodeModelUtils.getTokenText(node);
        }
        return switch (expression) {
            case NumberLiteral number -> number(number);
            case StringLiteral string -> string(string.getValue());
            case Reference reference -> word(reference.getName());
            case Call call -> word(call.getName()) + arguments(call.getArguments());
            case Select select ->
                operand(select.getTarget(), 6) + "." + word(select.getName())
                        + (select.isInvoked() ? arguments(select.getArguments()) : "");
            case Negation negation -> "-" + operand(negation.getOperand(), 5);
            case Binary binary -> {
                int level = level(binary);
                yield operand(binary.getLeft(), level) + " " + binary.getOperator() + " "
                        + operand(binary.getRight(), level + 1);
            }
            case Pipe pipe -> operand(pipe.getLeft(), 1) + " |> " + operand(pipe.getRight(), 2);
            default ->
                throw new IllegalArgumentException(
                        "unknown expression " + expression.eClass().getName());
        };
    }

    private String number(NumberLiteral number) {
        String unit = number.getUnit();
        if (unit == null) {
            return number.getAmount();
        }
        return number.getAmount() + (unit.equals("%") ? "" : " ") + unit;
    }

    private String arguments(List<Argument> arguments) {
        return arguments.stream()
                .map(argument -> (argument.getName() == null ? "" : word(argument.getName()) + ": ")
                        + expression(argument.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String operand(Expression operand, int atLeast) {
        String text = expression(operand);
        return level(operand) < atLeast ? "(" + text + ")" : text;
    }

    /** How tightly an expression binds: 1 for a pipe, 6 for what needs no parentheses anywhere. */
    private static int level(Expression expression) {
        return switch (expression) {
            case Pipe pipe -> 1;
            case Binary binary ->
                switch (binary.getOperator()) {
                    case "+", "-" -> 3;
                    case "*", "/" -> 4;
                    default -> 2;
                };
            case Negation negation -> 5;
            default -> 6;
        };
    }
}
