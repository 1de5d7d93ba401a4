/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

import com.google.inject.Injector;
import java.util.Optional;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.resource.XtextResource;
import org.memwright.runtime.Vocabulary;

/**
 * The language's services, put together once and then shared: the injector takes longer to make than a small file takes to check.
 *
 * <p>Make one per process on the command line. State: the registries of EMF know the language from then on.
 */
public final class Language {
    private final Injector injector;

    /** @param injector the language's injector, such as the one of a language server */
    public Language(Injector injector) {
        this.injector = injector;
    }

    /** Registers the language and puts its services together. */
    public static Language standalone() {
        return new Language(new MemwrightStandaloneSetup().createInjectorAndDoEMFRegistration());
    }

    /**
     * The same with engines from elsewhere, such as other bundles.
     *
     * @param vocabulary the engines and mechanisms that files are checked against
     */
    public static Language standalone(Vocabulary vocabulary) {
        return new Language(new MemwrightStandaloneSetup(vocabulary).createInjectorAndDoEMFRegistration());
    }

    /** The engines and mechanisms that files are checked against. */
    public Vocabulary vocabulary() {
        return service(Vocabulary.class);
    }

    /**
     * One of the language's services.
     *
     * @param type such as {@code ISerializer.class}
     */
    public <S> S service(Class<S> type) {
        return injector.getInstance(type);
    }

    /**
     * A file in the canonical form.
     *
     * @return the text; empty where the file has syntax errors
     */
    public Optional<String> formatted(XtextResource file) {
        if (file.getParseResult() == null || file.getParseResult().hasSyntaxErrors()) {
            return Optional.empty();
        }
        ITextRegionAccess access =
                service(TextRegionAccessBuilder.class).forNodeModel(file).create();
        var request = new FormatterRequest().setTextRegionAccess(access);
        return Optional.of(
                access.getRewriter().renderToString(service(IFormatter2.class).format(request)));
    }
}
