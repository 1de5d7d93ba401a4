/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.eclipse.ui.PlatformUI;
import org.memwright.lang.Finding;
import org.memwright.lang.Language;
import org.memwright.lang.Project;
import org.memwright.lang.ide.Workspace;
import org.memwright.lang.ide.documentation.Hover;
import org.memwright.lang.ide.proposals.Proposal;
import org.memwright.ui.LanguageService;

/**
 * A document as it is at one moment, with the other files of its project as they are on disk.
 *
 * <p>Cost: all files of the project are read; they are few and small.
 *
 * @param file the file in the workspace that the document edits
 * @param path where that file is on disk
 * @param workspace what answers questions about the document and the files beside it
 */
record Snapshot(IFile file, Path path, Workspace workspace) {

    /**
     * Takes the document as it is now.
     *
     * @return empty if the document edits no file of the workspace
     * @throws CoreException if a file beside it cannot be read
     */
    static Optional<Snapshot> of(IDocument document) throws CoreException {
        ITextFileBuffer buffer = ITextFileBufferManager.DEFAULT.getTextFileBuffer(document);
        if (buffer == null || buffer.getLocation() == null) {
            return Optional.empty();
        }
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(buffer.getLocation());
        IPath folder = file.getProject().getLocation();
        if (!file.exists() || folder == null) {
            return Optional.empty();
        }
        Language language =
                PlatformUI.getWorkbench().getService(LanguageService.class).language();
        Map<String, String> texts = neighbours(file);
        texts.put(name(file), document.get());
        Workspace workspace = Workspace.of(language, folder.toPath(), texts);
        return Optional.of(new Snapshot(file, folder.toPath().resolve(name(file)), workspace));
    }

    /** Returns what is wrong in the document, by place. */
    List<Finding> findings() {
        return workspace.findings(path);
    }

    /** Returns what may be written at a place, the most fitting first. */
    List<Proposal> proposals(int offset) {
        return workspace.proposals(path, offset);
    }

    /** Returns what the word at a place means. */
    Optional<Hover> hover(int offset) {
        return workspace.hover(path, offset);
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
