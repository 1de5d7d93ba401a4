/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.issue.LangIssue;
import org.memwright.model.Binary;
import org.memwright.model.Expression;
import org.memwright.model.Memory;
import org.memwright.model.Negation;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Parameter;

/** Arithmetic keeps dimensions: what is added measures the same, wherever it is written. */
public class UnitChecks extends Checks {
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");

    /** What is reported here and nowhere else. */
    static final Set<LangIssue> ISSUES = Set.of(
            LangIssue.UNIT_UNKNOWN,
            LangIssue.NUMBER_TOO_LARGE,
            LangIssue.DIMENSIONS_DIFFER,
            LangIssue.DIVISION_BY_ZERO,
            LangIssue.PARAMETERS_TOO_DEEP,
            LangIssue.PARAMETER_CYCLE);

    @Check
    public void numbersHaveUnitsThatThereAre(NumberLiteral literal) {
        try {
            Evaluator.literal(literal);
        } catch (EvaluationFailure failure) {
            report(failure);
        }
    }

    @Check
    public void operandsMeasureTheSame(Binary binary) {
        if (!ARITHMETIC.contains(String.valueOf(binary.getOperator())) || isOperand(binary)) {
            return;
        }
        checkArithmetic(binary, evaluator(binary));
    }

    /** Evaluates the whole, and where it names something without a value, its parts. */
    private void checkArithmetic(Expression expression, Evaluator evaluator) {
        if (!(expression instanceof Binary binary)) {
            return;
        }
        try {
            evaluator.quantity(binary);
        } catch (EvaluationFailure failure) {
            if (!ISSUES.contains(failure.issue())) {
                checkArithmetic(binary.getLeft(), evaluator);
                checkArithmetic(binary.getRight(), evaluator);
            } else if (EcoreUtil.isAncestor(binary, failure.source())
                    && !(failure.source() instanceof NumberLiteral)
                    && failure.issue() != LangIssue.PARAMETER_CYCLE
                    && failure.issue() != LangIssue.PARAMETERS_TOO_DEEP) {
                report(failure);
            }
        }
    }

    @Check
    public void parametersDoNotDependOnThemselves(Parameter parameter) {
        if (parameter.getValue() == null) {
            return;
        }
        try {
            Evaluator evaluator = evaluator(parameter);
            evaluator.resolve(parameter.getValue());
            evaluator.quantity(parameter.getValue());
        } catch (EvaluationFailure failure) {
            if (failure.issue() == LangIssue.PARAMETER_CYCLE && EcoreUtil.isAncestor(parameter, failure.source())) {
                report(failure);
            } else if (failure.issue() == LangIssue.PARAMETERS_TOO_DEEP
                    && parameter.equals(once(List.of("too deep", parameter.eContainer()), () -> parameter))) {
                say(parameter.getValue(), null, -1, failure.issue(), String.valueOf(failure.getMessage()), List.of());
            }
        }
    }

    private static boolean isOperand(Binary binary) {
        EObject around = binary.eContainer();
        return around instanceof Negation
                || (around instanceof Binary outer && ARITHMETIC.contains(String.valueOf(outer.getOperator())));
    }

    private Evaluator evaluator(EObject at) {
        Memory memory = EcoreUtil2.getContainerOfType(at, Memory.class);
        return memory == null
                ? Evaluator.constant()
                : once(List.of("values", memory), () -> whole(memory).evaluator());
    }
}
