/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.memwright.hardware.calibration.MeasurementFailure;
import org.memwright.profile.view.ValidationTable;

/** Finds the measurements of a folder and of all below it, and predicts them one after the other. */
public final class Validation {
    private static final int DEEPEST = 8;
    private static final List<MeasurementKind> KINDS = List.of(
            new KernelTables(),
            new ServingRuns(),
            new ServingPoints(),
            new PhaseTimes(),
            new PrefixReferences(),
            new PowerRuns(),
            new PrefixCacheRuns(),
            new DialogueEvidence(),
            new PassageEvidence());

    private final Path root;
    private final Replays replays;

    /**
     * @param root a folder
     * @param replays what runs the measured runs again
     */
    public Validation(Path root, Replays replays) {
        this.root = root;
        this.replays = replays;
    }

    /**
     * Predicts all that is found.
     *
     * @param started told the name of each measurement before it is predicted
     * @param cancelled asked before each
     * @throws IOException if the folder cannot be listed
     */
    public ValidationTable run(Consumer<String> started, BooleanSupplier cancelled) throws IOException {
        List<ValidationTable.Run> runs = new ArrayList<>();
        for (Path folder : folders()) {
            List<Path> files = files(folder);
            for (MeasurementKind kind : KINDS) {
                for (Measured measured : kind.find(folder, files)) {
                    if (cancelled.getAsBoolean()) {
                        return new ValidationTable(runs);
                    }
                    String name = name(measured.path());
                    started.accept(name);
                    runs.add(predicted(measured, name, kind.label()));
                }
            }
        }
        return new ValidationTable(runs);
    }

    private ValidationTable.Run predicted(Measured measured, String name, String kind) {
        var findings = new Findings();
        try {
            measured.predict(replays, findings);
            return findings.run(name, kind, "");
        } catch (Unreplayable | MeasurementFailure | IllegalArgumentException unusable) {
            return findings.run(name, kind, String.valueOf(unusable.getMessage()));
        }
    }

    private String name(Path path) {
        Path below = root.relativize(path);
        return below.toString().isEmpty() ? String.valueOf(path.getFileName()) : below.toString();
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> walk = Files.walk(root, DEEPEST)) {
            return walk.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
