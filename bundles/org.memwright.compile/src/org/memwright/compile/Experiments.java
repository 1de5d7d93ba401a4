/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memwright.lang.Finding;
import org.memwright.lang.Project;
import org.memwright.model.Experiment;
import org.memwright.model.Module;

/**
 * The experiments of a file, or of all files of a folder, and what keeps them from being run: the same for whoever runs them.
 */
public final class Experiments {
    private final Project project;
    private final Path path;
    private final List<Experiment> all;

    private Experiments(Project project, Path path, List<Experiment> all) {
        this.project = project;
        this.path = path;
        this.all = List.copyOf(all);
    }

    /**
     * Finds the experiments.
     *
     * @param path a file of the project, or its folder
     */
    public static Experiments of(Project project, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        List<Experiment> all = project.files().contains(absolute)
                ? project.module(absolute).map(Experiments::of).orElse(List.of())
                : project.declarations(Experiment.class);
        return new Experiments(project, absolute, all);
    }

    private static List<Experiment> of(Module module) {
        return module.getDeclarations().stream()
                .filter(Experiment.class::isInstance)
                .map(Experiment.class::cast)
                .toList();
    }

    /** Whether they are those of one file. */
    public boolean areOfOneFile() {
        return project.files().contains(path);
    }

    /** All of them, in the order of files and lines. */
    public List<Experiment> all() {
        return all;
    }

    /** Those of that name, simple or qualified. */
    public List<Experiment> named(String name) {
        return all.stream()
                .filter(e -> name.equals(e.getName()) || name.equals(qualifiedName(e)))
                .toList();
    }

    /** What an experiment is called outside its package. */
    public static String qualifiedName(Experiment experiment) {
        return experiment.eContainer() instanceof Module module && module.getName() != null
                ? module.getName() + "." + experiment.getName()
                : experiment.getName();
    }

    /** The file that an experiment stands in; empty for one of the library. */
    public static Optional<Path> file(Experiment experiment) {
        return Optional.ofNullable(experiment.eResource())
                .filter(resource -> resource.getURI().isFile())
                .map(resource -> Path.of(resource.getURI().toFileString()));
    }

    /** The files that an experiment needs: its own, those of what it names, and so on; without those of the library. */
    public static List<Path> files(Experiment experiment) {
        return Dependencies.files(experiment).stream().map(Path::of).toList();
    }

    /**
     * The errors that keep experiments from being run: of a folder all, of a file those in files that the experiments need.
     *
     * @param chosen of these experiments
     */
    public List<Finding> errors(Collection<Experiment> chosen) {
        boolean isFile = areOfOneFile();
        Set<String> needed = new LinkedHashSet<>(Set.of(path.toString()));
        chosen.forEach(experiment -> needed.addAll(Dependencies.files(experiment)));
        List<Finding> findings = isFile ? project.findings() : project.findings(path);
        return findings.stream()
                .filter(finding -> finding.isError() && (!isFile || needed.contains(finding.file())))
                .toList();
    }
}
