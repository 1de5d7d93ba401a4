/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.text;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.TextRegion;
import org.memwright.lang.Language;

/** Brings a file, or a part of it, into the canonical form. */
public final class Formatting {
    private Formatting() {}

    /** The changes for the whole file, by place; none where it has syntax errors or is in form already. */
    public static List<TextChange> of(Language language, XtextResource resource) {
        return of(
                language,
                resource,
                new Span(0, resource.getParseResult().getRootNode().getTotalLength()));
    }

    /** The changes for a part of the file. */
    public static List<TextChange> of(Language language, XtextResource resource, Span span) {
        if (resource.getParseResult().hasSyntaxErrors()) {
            return List.of();
        }
        ITextRegionAccess access = language.service(TextRegionAccessBuilder.class)
                .forNodeModel(resource)
                .create();
        var request = new FormatterRequest()
                .setTextRegionAccess(access)
                .setRegions(List.of(new TextRegion(span.offset(), span.length())));
        List<TextChange> changes = new ArrayList<>();
        for (ITextReplacement replacement : language.service(IFormatter2.class).format(request)) {
            if (!replacement.getText().equals(replacement.getReplacementText())) {
                changes.add(new TextChange(
                        new Span(replacement.getOffset(), replacement.getLength()), replacement.getReplacementText()));
            }
        }
        changes.sort((a, b) -> Integer.compare(a.span().offset(), b.span().offset()));
        return changes;
    }
}
