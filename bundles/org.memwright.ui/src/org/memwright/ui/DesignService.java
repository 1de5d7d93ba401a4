/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.IDocument;
import org.memwright.lang.Project;
import org.memwright.lang.ide.Workspace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The designs of the workbench as they are being edited.
 *
 * <p>State: for each project that was asked about, its parsed files. What an editor shows stands for what is on disk; other files are read
 * when the workbench hears that they changed. Cost: opening a project reads all its files, a change afterwards parses one.
 */
@Component(service = DesignService.class)
public final class DesignService {
    private final LanguageService language;
    private final IWorkspace resources = ResourcesPlugin.getWorkspace();
    private final IResourceChangeListener listener = this::resourcesChanged;
    private final Map<IProject, Opened> projects = new HashMap<>();

    /** A project that was asked about, and those of its files whose texts came from editors. */
    private record Opened(Workspace workspace, Set<Path> shown) {}

    /** @param service the language that all projects share */
    @Activate
    public DesignService(@Reference LanguageService service) {
        language = service;
        resources.addResourceChangeListener(listener, IResourceChangeEvent.POST_CHANGE);
    }

    @Deactivate
    void stop() {
        resources.removeResourceChangeListener(listener);
    }

    /** Whether a resource is a design that a project reads: not hidden, nor written by a run. */
    public static boolean isDesign(IResource resource) {
        if (!(resource instanceof IFile) || !resource.getName().endsWith(Project.EXTENSION)) {
            return false;
        }
        return Arrays.stream(resource.getProjectRelativePath().segments())
                .noneMatch(segment -> segment.startsWith(".") || segment.equals("target"));
    }

    /**
     * A file with its project, both as the editors show them now.
     *
     * @return empty where the file is not there, is not on this disk, or is no design
     */
    public Optional<Design> design(IFile file) {
        IPath location = file.getLocation();
        if (location == null || !file.exists() || !file.getName().endsWith(Project.EXTENSION)) {
            return Optional.empty();
        }
        return project(file.getProject()).map(project -> {
            Path path = location.toPath().toAbsolutePath().normalize();
            if (!project.contains(path)) {
                read(project, path);
            }
            return new Design(file, path, project);
        });
    }

    /** The file that a document shows, with its project; the text is that of the document. */
    public Optional<Design> design(IDocument document) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        if (buffer == null || buffer.getLocation() == null) {
            return Optional.empty();
        }
        return file(buffer).flatMap(this::design);
    }

    /** All designs of a project, in the order of their paths; those that cannot be read as well. */
    public List<IFile> designs(IProject project) throws CoreException {
        List<IFile> found = new ArrayList<>();
        project.accept(resource -> {
            if (isDesign(resource)) {
                found.add((IFile) resource);
            }
            return true;
        });
        return found;
    }

    /** The file of the workbench for a path on disk. */
    public Optional<IFile> file(Path path) {
        return Arrays.stream(resources.getRoot().findFilesForLocationURI(path.toUri()))
                .filter(IFile::exists)
                .findFirst();
    }

    private Optional<Workspace> project(IProject project) {
        IPath folder = project.getLocation();
        if (folder == null || !project.isOpen()) {
            return Optional.empty();
        }
        synchronized (projects) {
            Opened opened = projects.computeIfAbsent(
                    project,
                    unknown -> new Opened(Workspace.open(language.language(), folder.toPath()), new HashSet<>()));
            Set<Path> shown = new HashSet<>();
            for (IFileBuffer buffer : FileBuffers.getTextFileBufferManager().getFileBuffers()) {
                IDocument document = buffer instanceof ITextFileBuffer text ? text.getDocument() : null;
                if (document != null) { // it is null while the file is being opened or closed
                    file((ITextFileBuffer) buffer)
                            .filter(file -> file.getProject().equals(project) && isDesign(file))
                            .map(IFile::getLocation)
                            .ifPresent(location -> {
                                opened.workspace.change(location.toPath(), document.get());
                                shown.add(location.toPath());
                            });
                }
            }
            opened.shown.removeAll(shown);
            opened.shown.forEach(closed -> read(opened.workspace, closed)); // perhaps without saving
            opened.shown.clear();
            opened.shown.addAll(shown);
            return Optional.of(opened.workspace);
        }
    }

    private Optional<IFile> file(ITextFileBuffer buffer) {
        IPath path = buffer.getLocation();
        return path == null || path.segmentCount() < 2
                ? Optional.empty()
                : Optional.of(resources.getRoot().getFile(path)).filter(IFile::exists);
    }

    private static void read(Workspace project, Path path) {
        try {
            project.change(path, Files.readString(path, StandardCharsets.UTF_8));
        } catch (NoSuchFileException gone) {
            project.remove(path);
        } catch (IOException e) {
            ILog.of(DesignService.class).error(path + " cannot be read; what is in it is unknown here.", e);
        }
    }

    // ── what changes on disk ────────────────────────────────────────────────────────────────────────────────

    private void resourcesChanged(IResourceChangeEvent event) {
        try {
            event.getDelta().accept(this::changed);
        } catch (CoreException e) {
            ILog.of(DesignService.class).log(e.getStatus());
        }
    }

    private boolean changed(IResourceDelta delta) {
        IResource resource = delta.getResource();
        if (resource instanceof IProject project) {
            synchronized (projects) {
                boolean gone = delta.getKind() == IResourceDelta.REMOVED
                        || (delta.getFlags() & (IResourceDelta.OPEN | IResourceDelta.DESCRIPTION)) != 0;
                if (gone) {
                    projects.remove(project);
                }
                return projects.containsKey(project);
            }
        }
        if (isDesign(resource)) {
            Opened opened;
            synchronized (projects) {
                opened = projects.get(resource.getProject());
            }
            if (opened != null) {
                update(opened.workspace, (IFile) resource, delta);
            }
        }
        return true;
    }

    private static void update(Workspace workspace, IFile file, IResourceDelta delta) {
        if (delta.getKind() == IResourceDelta.REMOVED) {
            IPath folder = file.getProject().getLocation();
            if (folder != null) {
                workspace.remove(folder.append(file.getProjectRelativePath()).toPath());
            }
            return;
        }
        boolean text = delta.getKind() == IResourceDelta.ADDED || (delta.getFlags() & IResourceDelta.CONTENT) != 0;
        boolean shown = FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE)
                != null;
        if (text && !shown && file.getLocation() != null) {
            read(workspace, file.getLocation().toPath());
        }
    }
}
