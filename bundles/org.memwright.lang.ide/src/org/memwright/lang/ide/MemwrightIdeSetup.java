/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.eclipse.xtext.util.Modules2;
import org.memwright.lang.MemwrightRuntimeModule;
import org.memwright.lang.MemwrightStandaloneSetup;

/** Starts the language together with what editors need; the same in the workbench and in a language server. */
public class MemwrightIdeSetup extends MemwrightStandaloneSetup {

    @Override
    public Injector createInjector() {
        return Guice.createInjector(Modules2.mixin(new MemwrightRuntimeModule(), new MemwrightIdeModule()));
    }
}
