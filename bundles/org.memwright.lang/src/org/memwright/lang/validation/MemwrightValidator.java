/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import java.lang.reflect.Method;
import java.util.List;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
import org.eclipse.xtext.validation.ComposedChecks;
import org.memwright.model.ModelPackage;

/** Composes the checks of the language. */
@ComposedChecks(
        validators = {
            NameChecks.class,
            UnitChecks.class,
            PropertyChecks.class,
            CycleChecks.class,
            PlacementChecks.class,
            MechanismChecks.class,
            ExperimentChecks.class
        })
public class MemwrightValidator extends AbstractMemwrightValidator {
    @Override
    protected List<EPackage> getEPackages() {
        return List.of(ModelPackage.eINSTANCE);
    }

    @Override
    protected MethodWrapper createMethodWrapper(AbstractDeclarativeValidator checks, Method method) {
        return new Check(checks, method);
    }

    /** A check whose failures are not taken for success: Xtext's own ignores a null pointer. */
    private static final class Check extends MethodWrapper {
        Check(AbstractDeclarativeValidator checks, Method method) {
            super(checks, method);
        }

        @Override
        protected void handleInvocationTargetException(Throwable failure, State state) {
            switch (failure) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                default -> throw new IllegalStateException(getMethod().getName() + " failed", failure);
            }
        }
    }
}
