/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import com.google.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
import org.eclipse.xtext.validation.EValidatorRegistrar;
import org.eclipse.xtext.validation.ValidationMessageAcceptor;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.lang.evaluate.WholeWorkload;
import org.memwright.lang.issue.LangIssue;
import org.memwright.model.Hardware;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Workload;

/** What all checks share: reporting an issue of the enum at a part of the model. */
abstract class Checks extends AbstractDeclarativeValidator {
    @Override
    protected List<EPackage> getEPackages() {
        return List.of(ModelPackage.eINSTANCE);
    }

    @Inject
    @Override
    @SuppressWarnings("UnusedVariable") // Xtext hands it over
    public void register(EValidatorRegistrar registrar) {
        // MemwrightValidator is registered and composes this one.
    }

    /** Computes something once for each check of a file, however many checks ask. */
    @SuppressWarnings("unchecked") // a key is used with one type
    final <T> T once(Object key, Supplier<T> computation) {
        var known = (Map<Object, Object>) getContext().computeIfAbsent(Checks.class, type -> new HashMap<>());
        Object value = known.get(key);
        if (value == null) {
            value = computation.get();
            known.put(key, value);
        }
        return (T) value;
    }

    final WholeHardware whole(Hardware hardware) {
        return once(hardware, () -> WholeHardware.of(hardware));
    }

    final WholeMemory whole(Memory memory) {
        return once(memory, () -> WholeMemory.of(memory));
    }

    final WholeWorkload whole(Workload workload) {
        return once(workload, () -> WholeWorkload.of(workload));
    }

    /** Reports at a whole part, or at one feature of it. */
    final void report(
            EObject at, @Nullable EStructuralFeature feature, LangIssue issue, List<String> data, Object... values) {
        report(at, feature, ValidationMessageAcceptor.INSIGNIFICANT_INDEX, issue, data, values);
    }

    /** Reports at one element of a feature with many. */
    final void report(
            EObject at,
            @Nullable EStructuralFeature feature,
            int index,
            LangIssue issue,
            List<String> data,
            Object... values) {
        say(at, feature, index, issue, issue.text(values), data);
    }

    /** Reports what an evaluation found, where its source is in the file that is checked. */
    final void report(EvaluationFailure failure) {
        say(
                failure.source(),
                null,
                ValidationMessageAcceptor.INSIGNIFICANT_INDEX,
                failure.issue(),
                String.valueOf(failure.getMessage()),
                failure.data());
    }

    final void say(
            EObject at,
            @Nullable EStructuralFeature feature,
            int index,
            LangIssue issue,
            String message,
            List<String> data) {
        if (issue.isAbsence() && hasSyntaxErrors(at)) {
            return;
        }
        String[] dataArray = data.toArray(String[]::new);
        switch (issue.severity()) {
            case ERROR -> error(message, at, feature, index, issue.code(), dataArray);
            case WARNING -> warning(message, at, feature, index, issue.code(), dataArray);
            case INFO, IGNORE -> info(message, at, feature, index, issue.code(), dataArray);
        }
    }

    private static boolean hasSyntaxErrors(EObject part) {
        return part.eResource() instanceof XtextResource file
                && file.getParseResult() != null
                && file.getParseResult().hasSyntaxErrors();
    }

    /** A suggestion as issue data: nothing where there is none. */
    static List<String> data(String suggestion) {
        return suggestion.isEmpty() ? List.of() : List.of(suggestion);
    }

    /** Whether a part is in the file that is being checked, so that an issue may be reported on it. */
    final boolean isHere(EObject part) {
        EObject current = getCurrentObject();
        return part.eResource() != null && part.eResource().equals(current.eResource());
    }
}
