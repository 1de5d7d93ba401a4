/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.memwright.lang.ide.documentation.Hover;

/** Says what the word under the pointer means. */
public final class WordHover implements ITextHover {

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

    private static Optional<Hover> at(ITextViewer viewer, int offset) {
        try {
            return Snapshot.of(viewer.getDocument()).flatMap(snapshot -> snapshot.hover(offset));
        } catch (CoreException e) {
            ILog.of(WordHover.class).error("No hover: a file of the project cannot be read.", e);
            return Optional.empty();
        }
    }
}
