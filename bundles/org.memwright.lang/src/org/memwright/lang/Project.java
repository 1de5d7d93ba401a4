/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

import com.google.common.io.ByteStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ChunkedResourceDescriptions;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.issue.LangIssue;
import org.memwright.model.Declaration;
import org.memwright.model.Module;
import org.memwright.units.Dimension;
import org.memwright.units.Format;

/**
 * The designs of a folder, parsed and linked together.
 *
 * <p>A project is the folder given, or the folder of the file given, with all {@code .memw} files under it; hidden folders and
 * {@code target} are skipped. What cannot be read is a finding like any other, so loading never fails.
 *
 * <p>State: the parsed files; nothing is read again. Cost: linear in the size of the files; checking happens on {@link #findings}.
 */
public final class Project {
    /** The ending of a design's name. */
    public static final String EXTENSION = ".memw";

    /** The most bytes of a file that is read. */
    public static final int MOST_BYTES = 8 << 20;

    private static final int MOST_VISITED = 200_000;
    private static final Set<String> SKIPPED_FOLDERS = Set.of("target", "node_modules");

    private final Language language;
    private final Path folder;
    private final XtextResourceSet resources;
    private final Map<Path, XtextResource> parsed = new LinkedHashMap<>();
    private final Map<Path, List<Finding>> unreadable = new LinkedHashMap<>();

    private Project(Language language, Path folder) {
        this.language = language;
        this.folder = folder;
        this.resources = language.service(XtextResourceSet.class);
    }

    /**
     * Reads, parses and links the project that a file or folder belongs to.
     *
     * @param path a {@code .memw} file or a folder
     * @return the project; what could not be read is among its findings
     */
    public static Project load(Language language, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        boolean isFolder = Files.isDirectory(absolute);
        Path parent = absolute.getParent();
        Path folder = isFolder || parent == null ? absolute : parent;
        var project = new Project(language, folder);
        if (!Files.exists(absolute)) {
            project.reject(absolute, LangIssue.FILE_MISSING, path);
            return project;
        }
        if (!isFolder && !absolute.toString().endsWith(EXTENSION)) {
            project.reject(absolute, LangIssue.NOT_A_DESIGN, path);
            return project;
        }
        List<Path> files = project.designs();
        if (isFolder && files.isEmpty() && project.unreadable.isEmpty()) {
            project.reject(folder, LangIssue.NO_DESIGNS, path);
        }
        if (!isFolder && !files.contains(absolute)) {
            files.add(absolute); // a file in a hidden folder, named outright
        }
        files.forEach(project::read);
        project.index();
        return project;
    }

    /**
     * A project from texts that are not on disk.
     *
     * @param folder what relative paths in the texts start from; need not exist
     * @param texts by file name
     */
    public static Project of(Language language, Path folder, Map<String, String> texts) {
        var project = new Project(language, folder.toAbsolutePath().normalize());
        texts.forEach((name, text) -> project.parse(project.folder.resolve(name), text));
        project.index();
        return project;
    }

    public Path folder() {
        return folder;
    }

    public Language language() {
        return language;
    }

    /** The files that were parsed, in the order of their paths. */
    public List<Path> files() {
        return List.copyOf(parsed.keySet());
    }

    /** The resource of a file, for services of the language that work on one. */
    public Optional<XtextResource> resource(Path file) {
        return Optional.ofNullable(parsed.get(file.toAbsolutePath().normalize()));
    }

    /** What a file declares; empty where it could not be read. */
    public Optional<Module> module(Path file) {
        return resource(file).flatMap(Project::moduleOf);
    }

    /** All files' modules, in the order of their paths. */
    public List<Module> modules() {
        return parsed.values().stream().flatMap(r -> moduleOf(r).stream()).toList();
    }

    /**
     * All declarations of a type, such as all experiments, in the order of files and lines.
     *
     * @param type such as {@code Experiment.class}
     */
    public <D extends Declaration> List<D> declarations(Class<D> type) {
        return modules().stream()
                .flatMap(module -> module.getDeclarations().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** What is wrong in all files, by file and place. */
    public List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        unreadable.values().forEach(found::addAll);
        parsed.forEach((file, resource) -> found.addAll(check(file, resource)));
        return Collections.unmodifiableList(found);
    }

    /** What is wrong in one file, by place; of a folder, what is wrong in the files under it. */
    public List<Finding> findings(Path path) {
        Path wanted = path.toAbsolutePath().normalize();
        List<Finding> found = new ArrayList<>();
        unreadable.forEach((file, findings) -> {
            if (file.startsWith(wanted) || file.equals(folder)) {
                found.addAll(findings);
            }
        });
        parsed.forEach((file, resource) -> {
            if (file.startsWith(wanted)) {
                found.addAll(check(file, resource));
            }
        });
        return Collections.unmodifiableList(found);
    }

    /**
     * A file in the canonical form.
     *
     * @return the text; empty where the file has syntax errors or could not be read
     */
    public Optional<String> formatted(Path file) {
        return resource(file).flatMap(language::formatted);
    }

    private List<Finding> check(Path file, XtextResource resource) {
        List<Issue> issues =
                language.service(IResourceValidator.class).validate(resource, CheckMode.ALL, CancelIndicator.NullImpl);
        return issues.stream()
                .map(issue -> finding(file.toString(), issue))
                .sorted(Comparator.comparingInt(Finding::offset))
                .toList();
    }

    private static Finding finding(String file, Issue issue) {
        String[] data = issue.getData();
        return new Finding(
                file,
                orOne(issue.getLineNumber()),
                orOne(issue.getColumn()),
                orZero(issue.getOffset()),
                orZero(issue.getLength()),
                issue.getSeverity(),
                issue.getCode() == null ? LangIssue.SYNTAX.code() : issue.getCode(),
                issue.getMessage(),
                data == null ? List.of() : List.of(data));
    }

    private static int orOne(@Nullable Integer value) {
        return value == null ? 1 : value;
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private static Optional<Module> moduleOf(Resource resource) {
        return resource.getContents().isEmpty() || !(resource.getContents().getFirst() instanceof Module module)
                ? Optional.empty()
                : Optional.of(module);
    }

    private List<Path> designs() {
        List<Path> files = new ArrayList<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            private int visited;

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = directory.equals(folder) ? "" : String.valueOf(directory.getFileName());
                return name.startsWith(".") || SKIPPED_FOLDERS.contains(name) ? FileVisitResult.SKIP_SUBTREE : next();
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(EXTENSION)) {
                    files.add(file);
                }
                return next();
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException cause) {
                reject(file, LangIssue.FILE_UNREADABLE, file, reason(cause));
                return next();
            }

            private FileVisitResult next() {
                visited++;
                if (visited > MOST_VISITED) {
                    reject(folder, LangIssue.TOO_MANY_FILES, MOST_VISITED, folder);
                    return FileVisitResult.TERMINATE;
                }
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException cause) {
            throw new UncheckedIOException(folder + " cannot be searched for designs", cause);
        }
        Collections.sort(files);
        return files;
    }

    private void read(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = ByteStreams.limit(in, MOST_BYTES + 1L).readAllBytes();
            if (bytes.length > MOST_BYTES) {
                reject(
                        file,
                        LangIssue.FILE_TOO_LARGE,
                        Format.of((double) Files.size(file), Dimension.BYTES),
                        Format.of(MOST_BYTES, Dimension.BYTES));
                return;
            }
        } catch (IOException cause) {
            reject(file, LangIssue.FILE_UNREADABLE, file, reason(cause));
            return;
        }
        decode(file, bytes).ifPresent(text -> parse(file, text));
    }

    /** The text of a file; a finding at the first byte that is not UTF-8. */
    private Optional<String> decode(Path file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            int column = 1;
            out.flip();
            for (int i = 0; i < out.length(); i++) {
                column = out.charAt(i) == '\n' ? 1 : column + 1;
                line += out.charAt(i) == '\n' ? 1 : 0;
            }
            String value = String.format(Locale.ROOT, "0x%02X", bytes[in.position()]);
            unreadable
                    .computeIfAbsent(file, key -> new ArrayList<>())
                    .add(finding(file, line, column, out.length(), LangIssue.FILE_NOT_UTF8, in.position() + 1, value));
            return Optional.empty();
        }
        String text = out.flip().toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private void parse(Path file, String text) {
        var resource = (XtextResource) resources.createResource(URI.createFileURI(file.toString()));
        try {
            resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(file + " cannot be parsed", impossible);
        }
        parsed.put(file, resource);
    }

    /** Makes every declaration known under its qualified name. */
    private void index() {
        List<IResourceDescription> descriptions = new ArrayList<>();
        for (XtextResource resource : parsed.values()) {
            IResourceDescription.Manager manager =
                    resource.getResourceServiceProvider().getResourceDescriptionManager();
            descriptions.add(manager.getResourceDescription(resource));
        }
        var chunks = new ChunkedResourceDescriptions();
        chunks.attachToEmfObject(resources);
        chunks.setContainer(folder.toString(), new ResourceDescriptionsData(descriptions));
    }

    private void reject(Path file, LangIssue issue, Object... values) {
        unreadable.computeIfAbsent(file, key -> new ArrayList<>()).add(finding(file, 1, 1, 0, issue, values));
    }

    private static Finding finding(Path file, int line, int column, int offset, LangIssue issue, Object... values) {
        return new Finding(
                file.toString(),
                line,
                column,
                offset,
                0,
                issue.severity(),
                issue.code(),
                issue.text(values),
                List.of());
    }

    private static String reason(IOException cause) {
        return cause instanceof java.nio.file.AccessDeniedException
                ? "access is denied"
                : String.valueOf(cause.getMessage());
    }
}
