/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.List;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.memwright.lang.ide.text.Location;
import org.memwright.lang.ide.text.Span;
import org.memwright.ui.Design;

/** Leads from a name to where it is declared: F3, or a click with Ctrl. */
public final class DeclarationLinks extends AbstractHyperlinkDetector {

    @Override
    public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
        Design design = DesignTexts.get().of(viewer.getDocument()).design().orElse(null);
        if (design == null) {
            return null;
        }
        List<Location> targets = design.project().definitions(design.path(), region.getOffset());
        Span word = design.project()
                .hover(design.path(), region.getOffset())
                .map(hover -> hover.span())
                .orElse(new Span(region.getOffset(), 1));
        return targets.isEmpty()
                ? null
                : targets.stream().map(target -> new Link(word, target)).toArray(IHyperlink[]::new);
    }

    private record Link(Span word, Location target) implements IHyperlink {
        @Override
        public IRegion getHyperlinkRegion() {
            return new Region(word.offset(), word.length());
        }

        @Override
        public String getTypeLabel() {
            return null;
        }

        @Override
        public String getHyperlinkText() {
            String path = String.valueOf(target.file().getPath());
            return "Declaration in " + path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public void open() {
            Editors.open(target);
        }
    }
}
