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
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.ui.PlatformUI;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.util.CancelIndicator;
import org.memwright.ui.LanguageService;

/** Says what stands under the pointer, in the language server's words. */
public final class Hover implements ITextHover {

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        LanguageService language = PlatformUI.getWorkbench().getService(LanguageService.class);
        try {
            Optional<Snapshot> snapshot = Snapshot.of(viewer.getDocument(), language.language());
            return snapshot.isEmpty() ? null : text(language, snapshot.get(), region.getOffset());
        } catch (CoreException e) {
            ILog.of(Hover.class).error("No hover: a file of the project cannot be read.", e);
            return null;
        }
    }

    private static String text(LanguageService language, Snapshot snapshot, int offset) {
        Document document = new Document(1, snapshot.text());
        HoverParams where = new HoverParams(
                new TextDocumentIdentifier(snapshot.resource().getURI().toString()), document.getPosition(offset));
        org.eclipse.lsp4j.Hover hover =
                language.get(IHoverService.class).hover(document, snapshot.resource(), where, CancelIndicator.NullImpl);
        if (hover == null || hover.getContents() == null || !hover.getContents().isRight()) {
            return null;
        }
        MarkupContent content = hover.getContents().getRight();
        return content.getValue().isBlank() ? null : content.getValue();
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return new Region(offset, 0);
    }
}
