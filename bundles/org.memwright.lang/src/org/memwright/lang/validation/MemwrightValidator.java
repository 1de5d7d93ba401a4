/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import java.util.List;
import org.eclipse.emf.ecore.EPackage;
import org.memwright.model.ModelPackage;

/** Composes the checks of the language. */
public class MemwrightValidator extends AbstractMemwrightValidator {
    @Override
    protected List<EPackage> getEPackages() {
        return List.of(ModelPackage.eINSTANCE);
    }
}
