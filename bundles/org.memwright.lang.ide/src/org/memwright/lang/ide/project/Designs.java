/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.project;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ChunkedResourceDescriptions;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.Finding;
import org.memwright.lang.Language;
import org.memwright.lang.Project;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.scoping.Library;
import org.memwright.model.Declaration;
import org.memwright.model.Module;
import org.memwright.runtime.Vocabulary;

/**
 * A project whose files change: what an editor shows stands for what is on disk.
 *
 * <p>State: the text and the linked model of every file. Not safe for several threads. Cost: a change parses one file and is
 * linear in the others' references, which are resolved again when they are asked for.
 */
public final class Designs {
    private final Language language;
    private final Path folder;
    private final XtextResourceSet resources;
    private final Map<Path, XtextResource> files = new TreeMap<>();
    private final Map<Path, String> texts = new HashMap<>();
    private final Map<Path, List<Finding>> unreadable = new TreeMap<>();
    private final ResourceDescriptionsData index = new ResourceDescriptionsData(List.of());

    private Designs(Language language, Project project) {
        this.language = language;
        this.folder = project.folder();
        Optional<XtextResourceSet> shared = project.files().stream()
                .flatMap(file -> project.resource(file).stream())
                .map(resource -> (XtextResourceSet) resource.getResourceSet())
                .findFirst();
        this.resources = shared.orElseGet(() -> language.service(XtextResourceSet.class));
        for (Path file : project.files()) {
            project.resource(file).ifPresent(resource -> {
                files.put(file, resource);
                texts.put(file, resource.getParseResult().getRootNode().getText());
                describe(resource);
            });
        }
        ChunkedResourceDescriptions chunks = ChunkedResourceDescriptions.findInEmfObject(resources);
        if (chunks == null) {
            chunks = new ChunkedResourceDescriptions();
            chunks.attachToEmfObject(resources);
        }
        chunks.setContainer(folder.toString(), index);
    }

    /**
     * Reads the project that a file or folder belongs to.
     *
     * @param path a {@code .memw} file or a folder; need not exist
     */
    public static Designs load(Language language, Path path) {
        Project project = Project.load(language, path);
        var designs = new Designs(language, project);
        for (Finding finding : project.findings()) {
            Path file = Path.of(finding.file());
            boolean aboutAFile = !designs.files.containsKey(file) && !file.equals(project.folder());
            if (aboutAFile && !finding.code().equals(LangIssue.FILE_MISSING.code())) {
                designs.unreadable
                        .computeIfAbsent(file, key -> new ArrayList<>())
                        .add(finding);
            }
        }
        return designs;
    }

    /**
     * A project from texts that are not on disk.
     *
     * @param texts by file name
     */
    public static Designs of(Language language, Path folder, Map<String, String> texts) {
        return new Designs(language, Project.of(language, folder, texts));
    }

    public Language language() {
        return language;
    }

    /** The engines, mechanisms and metrics that there are. */
    public Vocabulary vocabulary() {
        return language.vocabulary();
    }

    public Path folder() {
        return folder;
    }

    /** All files that are parsed, in the order of their paths. */
    public List<Path> files() {
        return List.copyOf(files.keySet());
    }

    /** The files about which there may be findings: those that are parsed and those that cannot be read. */
    public List<Path> filesWithFindings() {
        List<Path> all = new ArrayList<>(files.keySet());
        unreadable.keySet().stream().filter(file -> !files.containsKey(file)).forEach(all::add);
        return all;
    }

    public boolean contains(Path file) {
        return files.containsKey(normal(file));
    }

    /** @throws IllegalArgumentException where the project has no such file */
    public String text(Path file) {
        String text = texts.get(normal(file));
        if (text == null) {
            throw unknown(file);
        }
        return text;
    }

    /** @throws IllegalArgumentException where the project has no such file */
    public XtextResource resource(Path file) {
        XtextResource resource = files.get(normal(file));
        if (resource == null) {
            throw unknown(file);
        }
        return resource;
    }

    private IllegalArgumentException unknown(Path file) {
        return new IllegalArgumentException(file + " is not a file of the project " + folder + ", which has "
                + files.size() + " files. Add it with its text first.");
    }

    /** The resources of all files, in the order of their paths. */
    public List<XtextResource> resources() {
        return List.copyOf(files.values());
    }

    /** What a file declares; empty where nothing of it could be parsed. */
    public static Optional<Module> module(Resource resource) {
        return resource.getContents().isEmpty() || !(resource.getContents().getFirst() instanceof Module module)
                ? Optional.empty()
                : Optional.of(module);
    }

    /** All declarations of a type, in the order of files and lines. */
    public <D extends Declaration> List<D> declarations(Class<D> type) {
        List<D> found = new ArrayList<>();
        for (XtextResource resource : files.values()) {
            module(resource)
                    .ifPresent(module -> module.getDeclarations().stream()
                            .filter(type::isInstance)
                            .map(type::cast)
                            .forEach(found::add));
        }
        return found;
    }

    /** The built-in library. */
    public Library library() {
        return language.service(Library.class);
    }

    /** What says which names are known where. */
    public IScopeProvider scopes() {
        return language.service(IScopeProvider.class);
    }

    /** What a description or another project-wide lookup names, read where it is in the library; null where it is gone. */
    public @Nullable EObject resolve(EObject objectOrProxy) {
        EObject found = EcoreUtil.resolve(objectOrProxy, resources);
        return found.eIsProxy() ? null : found;
    }

    /** The file of the project that a part is in; empty for one of the library. */
    public Optional<Path> fileOf(EObject part) {
        Resource resource = part.eResource();
        return resource == null || !resource.getURI().isFile()
                ? Optional.empty()
                : Optional.of(Path.of(resource.getURI().toFileString())).filter(files::containsKey);
    }

    /**
     * Gives a file another text, or adds a file.
     *
     * @param file need not be on disk
     */
    public void change(Path file, String text) {
        Path path = normal(file);
        if (text.equals(texts.get(path))) {
            return;
        }
        XtextResource resource = files.get(path);
        try {
            if (resource == null) {
                resource = (XtextResource) resources.createResource(URI.createFileURI(path.toString()));
                resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
                files.put(path, resource);
            } else {
                resource.reparse(text);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(path + " cannot be parsed", impossible);
        }
        texts.put(path, text);
        describe(resource);
        linkAllBut(resource);
    }

    /** Takes a file out of the project; nothing where it is not in it. */
    public void remove(Path file) {
        Path path = normal(file);
        unreadable.remove(path);
        XtextResource resource = files.remove(path);
        if (resource == null) {
            return;
        }
        texts.remove(path);
        index.removeDescription(resource.getURI());
        resource.unload();
        resources.getResources().remove(resource);
        linkAllBut(resource);
    }

    private void describe(XtextResource resource) {
        IResourceDescription.Manager manager =
                resource.getResourceServiceProvider().getResourceDescriptionManager();
        index.addDescription(resource.getURI(), manager.getResourceDescription(resource));
    }

    /** The others may name what was changed, or may now mean something else. */
    private void linkAllBut(XtextResource changed) {
        for (XtextResource other : files.values()) {
            if (other != changed) {
                other.relink();
                other.getCache().clear(other);
            }
        }
    }

    /** What is wrong in one file, by place. */
    public List<Finding> findings(Path file) {
        Path path = normal(file);
        XtextResource resource = files.get(path);
        if (resource == null) {
            return unreadable.getOrDefault(path, List.of());
        }
        return language
                .service(IResourceValidator.class)
                .validate(resource, CheckMode.ALL, CancelIndicator.NullImpl)
                .stream()
                .map(issue -> finding(path, issue))
                .sorted(Comparator.comparingInt(Finding::offset))
                .toList();
    }

    private static Finding finding(Path file, Issue issue) {
        String[] data = issue.getData();
        return new Finding(
                file.toString(),
                or(issue.getLineNumber(), 1),
                or(issue.getColumn(), 1),
                or(issue.getOffset(), 0),
                or(issue.getLength(), 0),
                issue.getSeverity(),
                issue.getCode() == null ? LangIssue.SYNTAX.code() : issue.getCode(),
                issue.getMessage(),
                data == null ? List.of() : List.of(data));
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static Path normal(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
