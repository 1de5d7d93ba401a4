/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.issue.Nearest;
import org.memwright.model.Argument;
import org.memwright.model.Binary;
import org.memwright.model.Call;
import org.memwright.model.Expression;
import org.memwright.model.Negation;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Reference;
import org.memwright.runtime.plan.Formula;
import org.memwright.runtime.vocabulary.ParamWord;
import org.memwright.units.Dimension;
import org.memwright.units.Units;

/** Reads formulas over the fields of items: {@code exp(-age / (strength * 30 d)) > 0.05}. */
public final class Formulas {
    private final Evaluator names;
    private final Map<String, Dimension> fields;

    private Formulas(Evaluator names, Map<String, Dimension> fields) {
        this.names = names;
        this.fields = fields;
    }

    /**
     * The formula that an expression is.
     *
     * @param names values of parameters that may stand in it; a field of the same name goes first
     * @param param says which fields there are
     * @throws EvaluationFailure with the part at fault, where it is none or its dimensions do not go together
     */
    public static Formula of(Expression expression, Evaluator names, ParamWord param) {
        var reader = new Formulas(names, fields(param));
        Formula formula = reader.read(expression);
        try {
            formula.dimension(reader.fields);
        } catch (IllegalArgumentException differ) {
            throw new EvaluationFailure(
                    expression,
                    LangIssue.FORMULA_WRONG,
                    Positions.text(expression),
                    String.valueOf(differ.getMessage()));
        }
        return formula;
    }

    /** What each field of a parameter measures. */
    public static Map<String, Dimension> fields(ParamWord param) {
        Map<String, Dimension> fields = new LinkedHashMap<>();
        for (String choice : param.choices()) {
            int space = choice.indexOf(' ');
            String unit = space < 0 ? "" : choice.substring(space + 1);
            fields.put(
                    space < 0 ? choice : choice.substring(0, space),
                    Units.find(unit).map(found -> found.dimension()).orElse(Dimension.NUMBER));
        }
        return fields;
    }

    private Formula read(@Nullable Expression expression) {
        return switch (expression) {
            case NumberLiteral number -> new Formula.Constant(Evaluator.literal(number));
            case Negation negation -> new Formula.Negated(read(negation.getOperand()));
            case Binary binary ->
                new Formula.Operation(read(binary.getLeft()), binary.getOperator(), read(binary.getRight()));
            case Reference reference
            when fields.containsKey(reference.getName()) -> new Formula.Field(reference.getName());
            case Reference reference
            when names.knows(reference.getName()) -> new Formula.Constant(names.quantity(reference));
            case Reference reference -> throw unknown(reference, reference.getName(), fields.keySet());
            case Call call -> function(call);
            case null -> throw new IllegalArgumentException("the formula is not complete");
            default ->
                throw new EvaluationFailure(
                        expression, LangIssue.FORMULA_WRONG, Positions.text(expression), "it is no formula");
        };
    }

    private Formula function(Call call) {
        boolean one = Formula.FUNCTIONS.contains(call.getName());
        if (!one && !Formula.CHOICES.contains(call.getName())) {
            Set<String> known = new TreeSet<>(Formula.FUNCTIONS);
            known.addAll(Formula.CHOICES);
            throw unknown(call, call.getName(), known);
        }
        List<Formula> arguments = new ArrayList<>();
        for (Argument argument : call.getArguments()) {
            arguments.add(read(argument.getValue()));
        }
        if (arguments.isEmpty() || (one && arguments.size() > 1)) {
            throw new EvaluationFailure(
                    call,
                    LangIssue.FORMULA_WRONG,
                    Positions.text(call),
                    call.getName() + " takes " + (one ? "one value" : "one value or more"));
        }
        return new Formula.Function(call.getName(), arguments);
    }

    private static EvaluationFailure unknown(Expression at, String name, Set<String> known) {
        String nearest = Nearest.to(name, known);
        return new EvaluationFailure(
                at,
                LangIssue.FORMULA_NAME,
                nearest.isEmpty() ? List.of() : List.of(nearest),
                name,
                Nearest.question(nearest),
                Nearest.list(known));
    }
}
