/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui;

import com.google.inject.Injector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.ILog;
import org.memwright.lang.Language;
import org.memwright.lang.ide.MemwrightIdeSetup;
import org.memwright.runtime.Engine;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The workbench's one door to the language: the services that every editor of {@code .memw} files shares.
 *
 * <p>State: the language, which is started by the first who asks for it; the window opens without it.
 */
@Component(service = LanguageService.class)
public final class LanguageService {
    /** OSGi's name for what META-INF/services declares. */
    private static final String SERVICES = "osgi.serviceloader";

    private static final Set<String> VOCABULARY = Set.of(Engine.class.getName(), MechanismFactory.class.getName());

    private final BundleContext context;
    private Language language;
    private Injector injector;

    /** @param context of this bundle, to find those that bring engines and mechanisms */
    @Activate
    public LanguageService(BundleContext context) {
        this.context = context;
    }

    private void start() {
        if (injector == null) {
            Vocabulary vocabulary = Vocabulary.load(contributors(context));
            injector = new MemwrightIdeSetup(vocabulary).createInjectorAndDoEMFRegistration();
            language = new Language(injector);
        }
    }

    /**
     * Finds a class of each bundle that declares services of the vocabulary. Bnd writes the declaration where a class carries
     * {@code @ServiceProvider}, so no bundle of engines is named here and another one only needs to be installed.
     */
    private static Class<?>[] contributors(BundleContext context) {
        List<Class<?>> found = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision == null) {
                continue;
            }
            for (BundleCapability service : revision.getDeclaredCapabilities(SERVICES)) {
                Object provided = service.getAttributes().get(SERVICES);
                String provider = service.getDirectives().get("register");
                if (provider != null && VOCABULARY.contains(provided)) {
                    try {
                        found.add(bundle.loadClass(provider));
                        break; // one class leads to all services of its bundle
                    } catch (ClassNotFoundException e) {
                        ILog.of(LanguageService.class)
                                .error(
                                        bundle.getSymbolicName() + " declares " + provider
                                                + " but cannot load it; its engines and mechanisms are unknown here.",
                                        e);
                    }
                }
            }
        }
        return found.toArray(Class<?>[]::new);
    }

    /** Returns what projects are made with. */
    public synchronized Language language() {
        start();
        return language;
    }

    /**
     * Returns a service of the language.
     *
     * @param type for instance {@code IHoverService}
     */
    public <T> T get(Class<T> type) {
        return injector().getInstance(type);
    }

    /** Returns the injector, for what is bound with a name. */
    public synchronized Injector injector() {
        start();
        return injector;
    }
}
