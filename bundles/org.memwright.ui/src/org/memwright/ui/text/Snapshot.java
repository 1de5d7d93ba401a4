/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.IDocument;
import org.eclipse.xtext.resource.XtextResource;
import org.memwright.lang.Language;
import org.memwright.lang.Project;

/**
 * A document as it is at one moment, parsed and linked with the other files of its project, which are read from disk.
 *
 * <p>Cost: all files of the project are parsed; they are few and small.
 *
 * @param file the file in the workspace that the document edits
 * @param path where that file is on disk
 * @param text the document's text
 * @param project the document and the files beside it
 */
record Snapshot(IFile file, Path path, String text, Project project) {

    /**
     * Parses a document and links it.
     *
     * @return empty if the document edits no file of the workspace
     * @throws CoreException if a file beside it cannot be read
     */
    static Optional<Snapshot> of(IDocument document, Language language) throws CoreException {
        ITextFileBuffer buffer = ITextFileBufferManager.DEFAULT.getTextFileBuffer(document);
        if (buffer == null || buffer.getLocation() == null) {
            return Optional.empty();
        }
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(buffer.getLocation());
        IPath folder = file.getProject().getLocation();
        if (!file.exists() || folder == null) {
            return Optional.empty();
        }
        String text = document.get();
        Map<String, String> texts = neighbours(file);
        texts.put(name(file), text);
        Project project = Project.of(language, folder.toPath(), texts);
        return Optional.of(new Snapshot(file, folder.toPath().resolve(name(file)), text, project));
    }

    /** Returns what the text means. */
    XtextResource resource() {
        return project.resource(path)
                .orElseThrow(() -> new IllegalStateException(path + " is not in its own project " + project.folder()));
    }

    private static Map<String, String> neighbours(IFile file) throws CoreException {
        Map<String, String> texts = new LinkedHashMap<>();
        file.getProject().accept(resource -> {
            boolean skipped =
                    resource.getName().startsWith(".") || resource.getName().equals("target");
            if (resource instanceof IFile other
                    && !skipped
                    && !other.equals(file)
                    && other.getName().endsWith(Project.EXTENSION)) {
                texts.put(name(other), new String(other.readAllBytes(), StandardCharsets.UTF_8));
            }
            return !skipped || resource.getType() == IResource.PROJECT;
        });
        return texts;
    }

    private static String name(IFile file) {
        return file.getProjectRelativePath().toOSString();
    }
}
