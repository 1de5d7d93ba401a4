/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.memwright.lang.Finding;
import org.memwright.lang.ide.Workspace;
import org.memwright.ui.Design;
import org.memwright.ui.DesignService;
import org.memwright.ui.problem.ProblemService;
import org.memwright.ui.problem.Problems;

/**
 * A document of the text editor with what the language says about it.
 *
 * <p>State: the last analysis; it is behind the document while one types. Cost: an analysis parses and checks this one file; the others of
 * the project are checked later, in the background.
 */
final class DesignText {
    private final IDocument document;
    private final DesignService designs;
    private final ProblemService problems;
    private final List<Consumer<Analysis>> listeners = new CopyOnWriteArrayList<>();
    private volatile Analysis analysis = Analysis.NONE;

    DesignText(IDocument document, DesignService designs, ProblemService problems) {
        this.document = document;
        this.designs = designs;
        this.problems = problems;
    }

    /** The file with the text as it is now; empty for a document that is no file of the workspace. */
    Optional<Design> design() {
        return designs.design(document);
    }

    Analysis analysis() {
        return analysis;
    }

    /** Tells each analysis, in the thread that made it. */
    void listen(Consumer<Analysis> listener) {
        listeners.add(listener);
    }

    void forget(Consumer<Analysis> listener) {
        listeners.remove(listener);
    }

    /**
     * Asks the language about the document as it is now, tells the listeners and marks the problems.
     *
     * @throws CoreException if the markers cannot be written
     */
    synchronized void analyse() throws CoreException {
        long stamp = stamp();
        if (stamp == analysis.stamp()) {
            return;
        }
        Design design = design().orElse(null);
        if (design == null) {
            return;
        }
        Workspace project = design.project();
        List<Finding> findings = project.findings(design.path());
        analysis = new Analysis(
                stamp,
                design.text(),
                project.tokens(design.path()),
                project.folds(design.path()),
                project.symbols(design.path()));
        listeners.forEach(listener -> listener.accept(analysis));
        if (stamp() == stamp) { // else what was found is out of date, and the next analysis is waiting
            Problems.mark(design.file(), findings);
        }
        problems.check(design.file().getProject());
    }

    /** Whether an analysis is about the document as it is now. */
    boolean isCurrent(Analysis given) {
        return given.stamp() == stamp();
    }

    private long stamp() {
        return ((IDocumentExtension4) document).getModificationStamp();
    }
}
