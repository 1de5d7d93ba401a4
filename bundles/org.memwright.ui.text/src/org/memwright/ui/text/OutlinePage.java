/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextViewer;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.jface.viewers.TreeSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.memwright.lang.ide.outline.Symbol;

/** What a file declares, as a tree that follows the caret and leads to each name. */
final class OutlinePage extends ContentOutlinePage {
    private final ITextEditor editor;
    private final ITextViewer text;
    private final DesignText design;
    private final Consumer<Analysis> analysed = this::analysed;
    private final ISelectionChangedListener caret = this::caretMoved;
    private List<Symbol> symbols = List.of();
    private boolean following;

    OutlinePage(ITextEditor editor, ITextViewer text) {
        this.editor = editor;
        this.text = text;
        this.design = DesignTexts.get().of(text.getDocument());
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer tree = getTreeViewer();
        tree.setUseHashlookup(true);
        tree.setContentProvider(new Symbols());
        tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
        design.listen(analysed);
        show(design.analysis().symbols());
        if (text instanceof TextViewer viewer) {
            viewer.addPostSelectionChangedListener(caret);
        }
    }

    @Override
    public void dispose() {
        design.forget(analysed);
        if (text instanceof TextViewer viewer) {
            viewer.removePostSelectionChangedListener(caret);
        }
        super.dispose();
    }

    private void analysed(Analysis analysis) {
        if (getControl() != null && !getControl().isDisposed()) {
            getControl().getDisplay().asyncExec(() -> show(analysis.symbols()));
        }
    }

    private void show(List<Symbol> next) {
        TreeViewer tree = getTreeViewer();
        if (tree.getControl().isDisposed() || (next.equals(symbols) && tree.getInput() != null)) {
            return;
        }
        boolean first = symbols.isEmpty();
        Object[] open = tree.getExpandedElements();
        symbols = next;
        following = true;
        try {
            tree.getControl().setRedraw(false);
            tree.setInput(symbols);
            if (first) {
                tree.expandToLevel(2);
            } else {
                expandAgain(tree, open);
            }
        } finally {
            tree.getControl().setRedraw(true);
            following = false;
        }
        follow(text.getSelectedRange().x);
    }

    /** Symbols are new after each analysis; one is the same for a reader where its kind and name are. */
    private void expandAgain(TreeViewer tree, Object[] open) {
        for (Object before : open) {
            if (before instanceof Symbol symbol) {
                expandAgain(tree, symbol, symbols);
            }
        }
    }

    private void expandAgain(TreeViewer tree, Symbol before, List<Symbol> among) {
        for (Symbol each : among) {
            if (each.kind() == before.kind() && each.name().equals(before.name())) {
                tree.setExpandedState(each, true);
            }
            expandAgain(tree, before, each.children());
        }
    }

    // ── caret and tree ──────────────────────────────────────────────────────────────────────────────────────

    private void caretMoved(SelectionChangedEvent event) {
        if (event.getSelection() instanceof ITextSelection selection) {
            follow(selection.getOffset());
        }
    }

    private void follow(int offset) {
        TreeViewer tree = getTreeViewer();
        if (tree == null || tree.getControl().isDisposed()) {
            return;
        }
        TreePath path = TreePath.EMPTY;
        List<Symbol> level = symbols;
        while (true) {
            Symbol inside = level.stream()
                    .filter(symbol -> symbol.span().touches(offset))
                    .findFirst()
                    .orElse(null);
            if (inside == null) {
                break;
            }
            path = path.createChildPath(inside);
            level = inside.children();
        }
        following = true;
        tree.setSelection(path.getSegmentCount() == 0 ? StructuredSelection.EMPTY : new TreeSelection(path), true);
        following = false;
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (!following
                && event.getSelection() instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof Symbol symbol) {
            editor.selectAndReveal(symbol.nameSpan().offset(), symbol.nameSpan().length());
        }
    }

    private static final class Symbols implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((Symbol) parent).children().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return null; // selections name the whole path
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((Symbol) element).children().isEmpty();
        }
    }

    private static final class Labels extends LabelProvider implements IStyledLabelProvider {
        @Override
        public StyledString getStyledText(Object element) {
            Symbol symbol = (Symbol) element;
            StyledString label = new StyledString(symbol.name());
            return symbol.detail().isEmpty()
                    ? label
                    : label.append("  " + symbol.detail(), StyledString.QUALIFIER_STYLER);
        }

        @Override
        public String getText(Object element) {
            return getStyledText(element).getString();
        }

        @Override
        public Image getImage(Object element) {
            return Icons.of(((Symbol) element).kind());
        }
    }
}
