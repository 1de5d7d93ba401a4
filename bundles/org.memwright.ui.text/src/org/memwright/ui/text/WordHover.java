/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.Optional;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.memwright.lang.ide.documentation.Hover;

/** Says what the word under the pointer means: a mechanism with its paper, a unit, a metric, and values that follow from the text. */
public final class WordHover implements ITextHover, ITextHoverExtension {

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        return at(viewer, region.getOffset()).map(Hover::markdown).orElse(null);
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return at(viewer, offset)
                .map(hover -> new Region(hover.span().offset(), hover.span().length()))
                .orElse(null);
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return RichTextControl.hover();
    }

    private static Optional<Hover> at(ITextViewer viewer, int offset) {
        return DesignTexts.get()
                .of(viewer.getDocument())
                .design()
                .flatMap(design -> design.project().hover(design.path(), offset));
    }
}
