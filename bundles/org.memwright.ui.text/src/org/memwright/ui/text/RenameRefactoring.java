/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.Refactoring;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.memwright.lang.ide.names.Renaming;
import org.memwright.lang.ide.text.TextChange;
import org.memwright.ui.Design;

/** Gives a declaration another name in all files of its project; can be previewed, and undone as one. */
public final class RenameRefactoring extends Refactoring {
    private final Design design;
    private final int offset;
    private final String before;
    private String name;
    private Map<Path, List<TextChange>> changes = Map.of();

    /**
     * @param offset where what is renamed is named or declared
     * @throws Renaming.Refused where there is no name, or one of the library
     */
    public RenameRefactoring(Design design, int offset) throws Renaming.Refused {
        this.design = design;
        this.offset = offset;
        before = design.project().renamable(design.path(), offset).of(design.text());
        name = before;
    }

    @Override
    public String getName() {
        return "Rename " + before;
    }

    /** The name as it is. */
    String before() {
        return before;
    }

    /** Says the new name, and what is wrong with it. */
    public RefactoringStatus rename(String next) {
        name = next;
        if (name.equals(before)) {
            return RefactoringStatus.createFatalErrorStatus("Write another name.");
        }
        try {
            changes = design.project().rename(design.path(), offset, name);
            return new RefactoringStatus();
        } catch (Renaming.Refused refused) {
            return RefactoringStatus.createFatalErrorStatus(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public RefactoringStatus checkInitialConditions(IProgressMonitor monitor) {
        return new RefactoringStatus();
    }

    @Override
    public RefactoringStatus checkFinalConditions(IProgressMonitor monitor) {
        return rename(name);
    }

    @Override
    public Change createChange(IProgressMonitor monitor) throws CoreException {
        return FileChanges.of("Rename " + before + " to " + name, changes);
    }
}
