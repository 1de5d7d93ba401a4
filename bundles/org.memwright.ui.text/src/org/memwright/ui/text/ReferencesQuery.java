/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.search.ui.text.IEditorMatchAdapter;
import org.eclipse.search.ui.text.IFileMatchAdapter;
import org.eclipse.search.ui.text.Match;
import org.memwright.lang.ide.text.Lines;
import org.memwright.lang.ide.text.Location;
import org.memwright.lang.ide.text.Span;
import org.memwright.ui.Design;

/** Asks which places of a project name the same. */
final class ReferencesQuery implements ISearchQuery {
    private final Design design;
    private final int offset;
    private final String name;
    private final Places places = new Places();

    ReferencesQuery(Design design, int offset) {
        this.design = design;
        this.offset = offset;
        this.name = design.project()
                .hover(design.path(), offset)
                .map(hover -> hover.span().of(design.text()))
                .orElse("this place");
    }

    /**
     * A line with a name in it.
     *
     * @param number 1 for the first
     * @param text without the space around it
     * @param name where the name is in the text
     */
    record Line(IFile file, int number, String text, Span name) {}

    @Override
    public IStatus run(IProgressMonitor monitor) {
        places.removeAll();
        for (Location location : design.project().references(design.path(), offset, true)) {
            if ("file".equals(location.file().getScheme())) {
                Path path = Path.of(location.file());
                DesignTexts.get().designs().file(path).ifPresent(file -> add(file, path, location.span()));
            }
        }
        return Status.OK_STATUS;
    }

    private void add(IFile file, Path path, Span span) {
        String text = design.project().text(path);
        var lines = new Lines(text);
        int line = lines.line(span.offset());
        String whole = text.substring(lines.start(line), lines.end(line));
        int indentation = whole.length() - whole.stripLeading().length();
        int column = Math.max(0, span.offset() - lines.start(line) - indentation);
        var found = new Line(file, line + 1, whole.strip(), new Span(column, span.length()));
        places.addMatch(new Match(found, span.offset(), span.length()));
    }

    @Override
    public String getLabel() {
        return "References of " + name;
    }

    @Override
    public boolean canRerun() {
        return true;
    }

    @Override
    public boolean canRunInBackground() {
        return true;
    }

    @Override
    public Places getSearchResult() {
        return places;
    }

    /** What was found. */
    final class Places extends AbstractTextSearchResult {
        @Override
        public String getLabel() {
            int count = getMatchCount();
            return name + ": " + count + (count == 1 ? " place" : " places") + " in "
                    + design.file().getProject().getName();
        }

        @Override
        public String getTooltip() {
            return getLabel();
        }

        @Override
        public ImageDescriptor getImageDescriptor() {
            return null;
        }

        @Override
        public ISearchQuery getQuery() {
            return ReferencesQuery.this;
        }

        @Override
        public IEditorMatchAdapter getEditorMatchAdapter() {
            return null;
        }

        @Override
        public IFileMatchAdapter getFileMatchAdapter() {
            return null;
        }

        /** All lines, by file and number. */
        List<Line> lines() {
            return Arrays.stream(getElements()).map(Line.class::cast).toList();
        }
    }
}
