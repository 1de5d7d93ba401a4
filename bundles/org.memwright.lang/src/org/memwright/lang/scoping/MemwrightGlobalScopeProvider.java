/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.scoping;

import com.google.common.base.Predicate;
import com.google.inject.Inject;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.impl.AbstractScope;
import org.eclipse.xtext.scoping.impl.DefaultGlobalScopeProvider;
import org.jspecify.annotations.Nullable;

/** Fully qualified names: those of the other files of the project, and behind them those of the built-in library. */
public class MemwrightGlobalScopeProvider extends DefaultGlobalScopeProvider {
    @Inject
    private Library library;

    @Override
    protected IScope getScope(
            Resource context, boolean ignoreCase, EClass type, @Nullable Predicate<IEObjectDescription> filter) {
        return getScope(new LibraryScope(library, type, filter), context, ignoreCase, type, filter);
    }

    /** What the library declares of one type. */
    private static final class LibraryScope extends AbstractScope {
        private final Library library;
        private final EClass type;
        private final @Nullable Predicate<IEObjectDescription> filter;

        LibraryScope(Library library, EClass type, @Nullable Predicate<IEObjectDescription> filter) {
            super(IScope.NULLSCOPE, false);
            this.library = library;
            this.type = type;
            this.filter = filter;
        }

        @Override
        protected Iterable<IEObjectDescription> getLocalElementsByName(QualifiedName name) {
            IEObjectDescription found = library.find(name);
            return found != null && accepts(found) ? List.of(found) : List.of();
        }

        @Override
        protected @Nullable IEObjectDescription getSingleLocalElementByName(QualifiedName name) {
            IEObjectDescription found = library.find(name);
            return found != null && accepts(found) ? found : null;
        }

        @Override
        protected Iterable<IEObjectDescription> getLocalElementsByEObject(EObject object, URI uri) {
            if (!library.contains(EcoreUtil.getURI(object).trimFragment())) {
                return List.of();
            }
            return library.declarations().stream()
                    .filter(description ->
                            accepts(description) && description.getEObjectURI().equals(uri))
                    .toList();
        }

        @Override
        protected Iterable<IEObjectDescription> getAllLocalElements() {
            return library.declarations().stream().filter(this::accepts).toList();
        }

        private boolean accepts(IEObjectDescription description) {
            return EcoreUtil2.isAssignableFrom(type, description.getEClass())
                    && (filter == null || filter.apply(description));
        }
    }
}
