/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextPresentationListener;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.TextViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.PlatformUI;
import org.memwright.lang.ide.outline.Role;
import org.memwright.lang.ide.outline.Token;
import org.memwright.lang.ide.text.Span;

/**
 * Colours names by what they mean, over the colours of the lexer: a word of the language that is used as a name looks like a name.
 *
 * <p>State: the words of the last analysis, moved along with each change of the document until the next one. Belongs to the display's
 * thread. Cost: of a change of the text, linear in the words behind it; only words that changed are painted again.
 */
final class SemanticColours implements ITextPresentationListener, IDocumentListener, ITextInputListener {
    private final TextViewer viewer;
    private final ColorRegistry colours =
            PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
    private final Consumer<Analysis> listener = this::analysed;
    private IDocument document;
    private List<Token> tokens = List.of();

    SemanticColours(TextViewer viewer) {
        this.viewer = viewer;
        viewer.addTextPresentationListener(this);
        viewer.addTextInputListener(this);
        show(viewer.getDocument());
    }

    void dispose() {
        viewer.removeTextPresentationListener(this);
        viewer.removeTextInputListener(this);
        show(null);
    }

    private void show(IDocument next) {
        if (document != null) {
            document.removeDocumentListener(this);
            DesignTexts.get().of(document).forget(listener);
        }
        document = next;
        tokens = List.of();
        if (document != null) {
            document.addDocumentListener(this);
            DesignText text = DesignTexts.get().of(document);
            text.listen(listener);
            if (text.isCurrent(text.analysis())) {
                tokens = text.analysis().tokens();
            }
        }
    }

    // ── where the words are ─────────────────────────────────────────────────────────────────────────────────

    private void analysed(Analysis analysis) {
        StyledText widget = viewer.getTextWidget();
        if (widget == null || widget.isDisposed()) {
            return;
        }
        IDocument asked = document;
        widget.getDisplay().asyncExec(() -> {
            if (!widget.isDisposed()
                    && asked == document
                    && asked != null
                    && DesignTexts.get().of(asked).isCurrent(analysis)) {
                update(analysis.tokens());
            }
        });
    }

    private void update(List<Token> next) {
        int most = Math.min(tokens.size(), next.size());
        int same = 0;
        while (same < most && tokens.get(same).equals(next.get(same))) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < most - same
                && tokens.get(tokens.size() - 1 - sameAtEnd).equals(next.get(next.size() - 1 - sameAtEnd))) {
            sameAtEnd++;
        }
        int start = Math.min(
                start(tokens.subList(same, tokens.size() - sameAtEnd)),
                start(next.subList(same, next.size() - sameAtEnd)));
        int end = Math.max(
                end(tokens.subList(same, tokens.size() - sameAtEnd)), end(next.subList(same, next.size() - sameAtEnd)));
        tokens = next;
        if (start < end) {
            viewer.invalidateTextPresentation(start, Math.min(end, document.getLength()) - start);
        }
    }

    private static int start(List<Token> some) {
        return some.isEmpty() ? Integer.MAX_VALUE : some.getFirst().span().offset();
    }

    private static int end(List<Token> some) {
        return some.isEmpty() ? 0 : some.getLast().span().end();
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        int start = event.getOffset();
        int end = start + event.getLength();
        int delta = (event.getText() == null ? 0 : event.getText().length()) - event.getLength();
        List<Token> moved = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            Span span = token.span();
            if (span.end() < start) {
                moved.add(token);
            } else if (span.offset() > end) {
                moved.add(new Token(new Span(span.offset() + delta, span.length()), token.role(), token.declares()));
            }
        }
        tokens = moved;
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        // the words were moved before the viewer painted
    }

    @Override
    public void inputDocumentAboutToBeChanged(IDocument before, IDocument after) {
        show(null);
    }

    @Override
    public void inputDocumentChanged(IDocument before, IDocument after) {
        show(after);
    }

    // ── how they look ───────────────────────────────────────────────────────────────────────────────────────

    @Override
    public void applyTextPresentation(TextPresentation presentation) {
        IRegion extent = presentation.getExtent();
        int end = extent.getOffset() + extent.getLength();
        List<StyleRange> ranges = new ArrayList<>();
        for (int i = firstAfter(extent.getOffset()); i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.span().offset() >= end) {
                break;
            }
            StyleRange range = look(token);
            if (range != null) {
                ranges.add(range);
            }
        }
        if (!ranges.isEmpty()) {
            presentation.replaceStyleRanges(ranges.toArray(StyleRange[]::new));
        }
    }

    private int firstAfter(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (tokens.get(middle).span().end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How a word looks; null where the lexer's colour is right. */
    private StyleRange look(Token token) {
        String colour = switch (token.role()) {
            case KEYWORD, TEXT, COMMENT -> null;
            case QUANTITY -> "number";
            case TYPE -> "type";
            case NAME -> "name";
            case VARIABLE -> "variable";
            case PROPERTY -> "property";
            case ARGUMENT -> "argument";
            case MECHANISM, ENGINE -> "mechanism";
            case METRIC, EVENT, CHOICE -> "word";
            case PACKAGE -> "package";
        };
        if (colour == null) {
            return null;
        }
        int style = token.declares() && token.role() != Role.PACKAGE ? SWT.BOLD : SWT.NORMAL;
        var range = new StyleRange(
                token.span().offset(),
                token.span().length(),
                colours.get("org.memwright.ui.text." + colour),
                null,
                style);
        return range;
    }
}
