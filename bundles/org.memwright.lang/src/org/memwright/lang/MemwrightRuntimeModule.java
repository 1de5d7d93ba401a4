/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

import com.google.inject.Binder;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.formatting2.FormatterPreferenceValuesProvider;
import org.eclipse.xtext.formatting2.FormatterPreferences;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.parser.IAstFactory;
import org.eclipse.xtext.parser.IEncodingProvider;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.eclipse.xtext.preferences.IPreferenceValuesProvider;
import org.eclipse.xtext.resource.IContainer;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.resource.impl.SimpleResourceDescriptionsBasedContainerManager;
import org.eclipse.xtext.scoping.IGlobalScopeProvider;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.service.DispatchingProvider;
import org.eclipse.xtext.validation.IResourceValidator;
import org.jspecify.annotations.Nullable;
import org.memwright.catalog.Catalog;
import org.memwright.lang.formatting.MemwrightFormatter;
import org.memwright.lang.scoping.DeclarationDescriptions;
import org.memwright.lang.scoping.Library;
import org.memwright.lang.scoping.MemwrightGlobalScopeProvider;
import org.memwright.lang.scoping.MemwrightScopeProvider;
import org.memwright.lang.scoping.QualifiedNames;
import org.memwright.lang.syntax.BoundedLexer;
import org.memwright.lang.syntax.MemwrightValueConverters;
import org.memwright.lang.syntax.OnceFactory;
import org.memwright.lang.syntax.SyntaxMessages;
import org.memwright.lang.syntax.Utf8;
import org.memwright.lang.validation.DesignValidator;
import org.memwright.lang.validation.LinkingMessages;
import org.memwright.runtime.Vocabulary;

/** Puts the language's services together; used on the command line, in the language server and in the workbench. */
public class MemwrightRuntimeModule extends AbstractMemwrightRuntimeModule {
    private final @Nullable Vocabulary vocabulary;

    /** With the engines that this bundle's class loader sees, as on a class path. */
    public MemwrightRuntimeModule() {
        this.vocabulary = null;
    }

    /** @param vocabulary the engines and mechanisms that files are checked against */
    public MemwrightRuntimeModule(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void configureRuntimeEncodingProvider(Binder binder) {
        binder.bind(IEncodingProvider.class)
                .annotatedWith(DispatchingProvider.Runtime.class)
                .to(Utf8.class);
    }

    public Class<? extends IResourceValidator> bindIResourceValidator() {
        return DesignValidator.class;
    }

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return MemwrightValueConverters.class;
    }

    @Override
    public void configureRuntimeLexer(Binder binder) {
        binder.bind(Lexer.class)
                .annotatedWith(com.google.inject.name.Names.named(LexerBindings.RUNTIME))
                .to(BoundedLexer.class);
    }

    @Override
    public Class<? extends IAstFactory> bindIAstFactory() {
        return OnceFactory.class;
    }

    public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
        return SyntaxMessages.class;
    }

    public Class<? extends ILinkingDiagnosticMessageProvider.Extended> bindILinkingDiagnosticMessageProvider() {
        return LinkingMessages.class;
    }

    public Class<? extends IFormatter2> bindIFormatter2() {
        return MemwrightFormatter.class;
    }

    public void configureFormatterPreferences(Binder binder) {
        binder.bind(IPreferenceValuesProvider.class)
                .annotatedWith(FormatterPreferences.class)
                .to(FormatterPreferenceValuesProvider.class);
    }

    @Override
    public Class<? extends IQualifiedNameProvider> bindIQualifiedNameProvider() {
        return QualifiedNames.class;
    }

    public Class<? extends IDefaultResourceDescriptionStrategy> bindIDefaultResourceDescriptionStrategy() {
        return DeclarationDescriptions.class;
    }

    @Override
    public Class<? extends IScopeProvider> bindIScopeProvider() {
        return MemwrightScopeProvider.class;
    }

    @Override
    public void configureIScopeProviderDelegate(Binder binder) {
        // MemwrightScopeProvider answers all references itself.
    }

    @Override
    public Class<? extends IGlobalScopeProvider> bindIGlobalScopeProvider() {
        return MemwrightGlobalScopeProvider.class;
    }

    @Override
    public Class<? extends IContainer.Manager> bindIContainer$Manager() {
        return SimpleResourceDescriptionsBasedContainerManager.class;
    }

    @Provides
    @Singleton
    Vocabulary vocabulary() {
        return vocabulary == null ? Vocabulary.load(MemwrightRuntimeModule.class) : vocabulary;
    }

    @Provides
    @Singleton
    Library library() {
        return new Library(Catalog.files());
    }
}
