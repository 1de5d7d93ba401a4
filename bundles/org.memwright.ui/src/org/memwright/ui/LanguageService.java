/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui;

import com.google.inject.Injector;
import org.memwright.lang.Language;
import org.memwright.lang.ide.MemwrightIdeSetup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The workbench's one door to the language: the services that every editor of {@code .memw} files shares. */
@Component(service = LanguageService.class)
public final class LanguageService {
    private final Injector injector;
    private final Language language;

    /** Starts the language once for the whole workbench. */
    @Activate
    public LanguageService() {
        injector = new MemwrightIdeSetup().createInjectorAndDoEMFRegistration();
        language = new Language(injector);
    }

    /** Returns what projects are made with. */
    public Language language() {
        return language;
    }

    /**
     * Returns a service of the language.
     *
     * @param type for instance {@code IHoverService}
     */
    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    /** Returns the injector, for what is bound with a name. */
    public Injector injector() {
        return injector;
    }
}
