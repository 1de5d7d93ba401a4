/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.eclipse.emf.ecore.EPackage;
import org.memwright.model.ModelPackage;
import org.memwright.runtime.Vocabulary;

/** Registers the language where there is no extension registry, and in a workbench that uses it without Xtext's own UI. */
public class MemwrightStandaloneSetup extends MemwrightStandaloneSetupGenerated {

    private final MemwrightRuntimeModule module;

    /** With the engines that are on the class path. */
    public MemwrightStandaloneSetup() {
        this.module = new MemwrightRuntimeModule();
    }

    /**
     * With engines from elsewhere, such as other bundles.
     *
     * @param vocabulary the engines and mechanisms that files are checked against
     */
    public MemwrightStandaloneSetup(Vocabulary vocabulary) {
        this.module = new MemwrightRuntimeModule(vocabulary);
    }

    @Override
    public Injector createInjector() {
        return Guice.createInjector(module);
    }

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
