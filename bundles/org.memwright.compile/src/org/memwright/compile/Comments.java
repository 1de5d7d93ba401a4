/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/** Comments above declarations. */
final class Comments {
    private Comments() {}

    /** The comment above an element, or empty. */
    static String above(EObject element) {
        if (!(element.eResource() instanceof XtextResource resource)) {
            return "";
        }
        @Nullable
        IEObjectDocumentationProvider provider =
                resource.getResourceServiceProvider().get(IEObjectDocumentationProvider.class);
        @Nullable String text = provider == null ? null : provider.getDocumentation(element);
        return text == null ? "" : text.strip();
    }

    /** Up to the first full stop that ends a sentence, on one line. */
    static String firstSentence(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        for (int i = 0; i < line.length(); i++) {
            boolean ends = i + 1 == line.length() || line.charAt(i + 1) == ' ';
            if (ends && ".?!".indexOf(line.charAt(i)) >= 0) {
                return line.substring(0, i + 1);
            }
        }
        return line;
    }
}
