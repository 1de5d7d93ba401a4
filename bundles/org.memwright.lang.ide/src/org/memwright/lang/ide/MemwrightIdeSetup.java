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
import org.memwright.runtime.Vocabulary;

/** Starts the language together with what editors need; the same in the workbench and in a language server. */
public class MemwrightIdeSetup extends MemwrightStandaloneSetup {
    private final MemwrightRuntimeModule module;

    /** With the engines that are on the class path. */
    public MemwrightIdeSetup() {
        this.module = new MemwrightRuntimeModule();
    }

    /**
     * With engines from elsewhere, such as other bundles.
     *
     * @param vocabulary the engines and mechanisms that files are checked against and that are proposed
     */
    public MemwrightIdeSetup(Vocabulary vocabulary) {
        super(vocabulary);
        this.module = new MemwrightRuntimeModule(vocabulary);
    }

    @Override
    public Injector createInjector() {
        return Guice.createInjector(Modules2.mixin(module, new MemwrightIdeModule()));
    }
}
