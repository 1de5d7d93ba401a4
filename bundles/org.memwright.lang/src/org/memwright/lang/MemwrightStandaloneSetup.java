/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

import com.google.inject.Injector;
import org.eclipse.emf.ecore.EPackage;
import org.memwright.model.ModelPackage;

/** Starts the language without Equinox's extension registry: the model's package, the file extension and the injector. */
public class MemwrightStandaloneSetup extends MemwrightStandaloneSetupGenerated {

    /** Registers the model and the language with EMF and returns the language's injector. */
    @Override
    public Injector createInjectorAndDoEMFRegistration() {
        // The model is imported, not derived from the grammar, so the generated setup does not register it.
        EPackage.Registry.INSTANCE.putIfAbsent(ModelPackage.eNS_URI, ModelPackage.eINSTANCE);
        return super.createInjectorAndDoEMFRegistration();
    }

    /** Starts the language for whoever needs no injector. */
    public static void doSetup() {
        new MemwrightStandaloneSetup().createInjectorAndDoEMFRegistration();
    }
}
