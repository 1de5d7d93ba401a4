/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.memwright.lang.Language;
import org.memwright.lang.Project;
import org.memwright.model.Experiment;

/**
 * An experiment that can be run, and where its text stands.
 *
 * @param file of the workspace
 * @param experiment its simple name
 * @param firstLine 1 for the first line of the file
 * @param lastLine the line that it ends on
 */
public record RunTarget(IFile file, String experiment, int firstLine, int lastLine) {

    /**
     * The experiments of a file as it is in its editor, or on disk where none is open; of a folder or project, those of all files in
     * it.
     *
     * @throws CoreException if a file cannot be read
     */
    public static List<RunTarget> of(IResource resource, Language language) throws CoreException {
        List<RunTarget> targets = new ArrayList<>();
        if (resource instanceof IFile file) {
            if (isDesign(file)) {
                targets.addAll(of(file, language));
            }
        } else if (resource instanceof IContainer container && container.isAccessible()) {
            for (IResource member : container.members()) {
                if (!member.getName().startsWith(".") && !member.getName().equals("target")) {
                    targets.addAll(of(member, language));
                }
            }
        }
        return targets;
    }

    /** Whether a file is a design. */
    public static boolean isDesign(IFile file) {
        return file.getName().endsWith(Project.EXTENSION);
    }

    private static List<RunTarget> of(IFile file, Language language) throws CoreException {
        Project alone = Project.of(language, Path.of(""), Map.of(file.getName(), text(file)));
        List<RunTarget> targets = new ArrayList<>();
        for (Experiment experiment : alone.declarations(Experiment.class)) {
            ICompositeNode node = NodeModelUtils.getNode(experiment);
            if (experiment.getName() != null && node != null) {
                targets.add(new RunTarget(file, experiment.getName(), node.getStartLine(), node.getEndLine()));
            }
        }
        return targets;
    }

    private static String text(IFile file) throws CoreException {
        ITextFileBuffer buffer =
                FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
        return buffer == null
                ? new String(file.readAllBytes(), StandardCharsets.UTF_8)
                : buffer.getDocument().get();
    }

    /** The experiment that a line belongs to. */
    static Optional<RunTarget> at(List<RunTarget> targets, int line) {
        return targets.stream()
                .filter(target -> target.firstLine() <= line && line <= target.lastLine())
                .findFirst();
    }
}
