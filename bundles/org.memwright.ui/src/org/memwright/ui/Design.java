/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.memwright.lang.ide.Workspace;

/**
 * A file of the workbench and the project that answers questions about it.
 *
 * @param file the file in the workbench
 * @param path where it is on disk, as the project names it
 * @param project all files of its folder as they are being edited; answers in any thread
 */
public record Design(IFile file, Path path, Workspace project) {
    /** The text of the file as the project knows it. */
    public String text() {
        return project.text(path);
    }
}
