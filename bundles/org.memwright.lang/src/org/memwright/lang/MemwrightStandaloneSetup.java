/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

import com.google.inject.Injector;
import org.eclipse.emf.ecore.EPackage;
import org.memwright.model.ModelPackage;

/** Registers the language where there is no extension registry, and in a workbench that uses it without Xtext's own UI. */
public class MemwrightStandaloneSetup extends MemwrightStandaloneSetupGenerated {

    /** Registers the language with the EMF registries. */
    public static void doSetup() {
        new MemwrightStandaloneSetup().createInjectorAndDoEMFRegistration();
    }

    @Override
    public Injector createInjectorAndDoEMFRegistration() {
        // The parser makes its objects through the registry; an imported package is not put there by generated code.
        EPackage.Registry.INSTANCE.put(ModelPackage.eNS_URI, ModelPackage.eINSTANCE);
        return super.createInjectorAndDoEMFRegistration();
    }
}
