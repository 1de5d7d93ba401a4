/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui;

import com.google.inject.Injector;
import org.memwright.lang.ide.MemwrightIdeSetup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The workbench's one door to the language: the services that every editor of {@code .memw} files shares. */
@Component(service = Language.class)
public final class Language {
    private final Injector injector;

    /** Starts the language once for the whole workbench. */
    @Activate
    public Language() {
        injector = new MemwrightIdeSetup().createInjectorAndDoEMFRegistration();
    }

    /**
     * Returns a service of the language.
     *
     * @param type for instance {@code IResourceValidator}
     */
    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    /** Returns the injector, for what is bound with a name. */
    public Injector injector() {
        return injector;
    }
}
