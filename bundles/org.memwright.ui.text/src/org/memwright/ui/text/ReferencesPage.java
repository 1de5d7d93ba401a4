/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.model.WorkbenchLabelProvider;
import org.memwright.lang.ide.text.Location;
import org.memwright.lang.ide.text.Span;

/** Shows references in the Search view, by file and line. */
public final class ReferencesPage extends AbstractTextSearchViewPage {
    public ReferencesPage() {
        super(FLAG_LAYOUT_TREE);
    }

    @Override
    protected void configureTreeViewer(TreeViewer viewer) {
        viewer.setContentProvider(new Lines());
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
        viewer.setComparator(new ViewerComparator() {
            @Override
            public int compare(Viewer inside, Object a, Object b) {
                return a instanceof ReferencesQuery.Line first && b instanceof ReferencesQuery.Line second
                        ? Integer.compare(first.number(), second.number())
                        : String.valueOf(a).compareTo(String.valueOf(b));
            }
        });
    }

    @Override
    protected void configureTableViewer(TableViewer viewer) {
        throw new UnsupportedOperationException("references are shown as a tree only");
    }

    @Override
    protected void elementsChanged(Object[] elements) {
        getViewer().refresh();
        ((TreeViewer) getViewer()).expandAll();
    }

    @Override
    protected void clear() {
        getViewer().refresh();
    }

    @Override
    protected void showMatch(Match match, int offset, int length, boolean activate) {
        if (match.getElement() instanceof ReferencesQuery.Line line
                && line.file().getLocationURI() != null) {
            Editors.open(new Location(line.file().getLocationURI(), new Span(offset, length)));
        }
    }

    private static final class Lines implements ITreeContentProvider {
        private ReferencesQuery.Places places;

        @Override
        public void inputChanged(Viewer viewer, Object before, Object after) {
            places = after instanceof ReferencesQuery.Places next ? next : null;
        }

        @Override
        public Object[] getElements(Object input) {
            return places == null
                    ? new Object[0]
                    : places.lines().stream()
                            .map(ReferencesQuery.Line::file)
                            .distinct()
                            .toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return places == null
                    ? new Object[0]
                    : places.lines().stream()
                            .filter(line -> line.file().equals(parent))
                            .toArray();
        }

        @Override
        public Object getParent(Object element) {
            return element instanceof ReferencesQuery.Line line ? line.file() : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof IFile;
        }
    }

    private static final class Labels extends LabelProvider implements IStyledLabelProvider {
        private final WorkbenchLabelProvider files = new WorkbenchLabelProvider();

        @Override
        public StyledString getStyledText(Object element) {
            if (element instanceof ReferencesQuery.Line line) {
                StyledString label = new StyledString(line.number() + ": ", StyledString.QUALIFIER_STYLER);
                int start = label.length() + line.name().offset();
                label.append(line.text());
                label.setStyle(
                        start, Math.min(line.name().length(), label.length() - start), StyledString.COUNTER_STYLER);
                return label;
            }
            return files.getStyledText(element);
        }

        @Override
        public Image getImage(Object element) {
            return element instanceof IFile ? files.getImage(element) : null;
        }

        @Override
        public void dispose() {
            files.dispose();
            super.dispose();
        }
    }
}
