/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memwright.hardware.IterationTimes;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.KernelTimes;
import org.memwright.hardware.LayerShape;
import org.memwright.hardware.LayerTimes;
import org.memwright.hardware.PowerLevels;
import org.memwright.hardware.Precision;

/**
 * Kernel times by files of measurements. They are read and fitted when a time is first asked for, so that a design which names
 * them is checked at once.
 *
 * <p>Errors: a question throws {@link IllegalArgumentException} where a file cannot be used, with its line.
 */
public final class MeasuredTimes implements KernelTimes {
    private final String hardware;
    private final List<Path> files;
    private final List<CalibratedKernel> declared;
    private final Calibrator calibrator;
    private volatile @Nullable KernelTimes fitted;

    /**
     * @param hardware what was measured is called, for tables of several devices
     * @param files of measurements of the device, or folders of such
     * @param declared kernels whose coefficients are given; measurements do not replace them
     */
    public MeasuredTimes(String hardware, List<Path> files, List<CalibratedKernel> declared, Calibrator calibrator) {
        this.hardware = hardware;
        this.files = List.copyOf(files);
        this.declared = List.copyOf(declared);
        this.calibrator = calibrator;
    }

    private KernelTimes fitted() {
        KernelTimes times = fitted;
        return times == null ? fit() : times;
    }

    private synchronized KernelTimes fit() {
        KernelTimes times = fitted;
        if (times == null) {
            List<CalibratedKernel> kernels = new ArrayList<>(declared);
            Set<String> sources = new LinkedHashSet<>();
            List<ServingProfile> profiles = new ArrayList<>();
            List<PhaseTable.Phases> phases = new ArrayList<>();
            PowerLevels power = null;
            for (Path file : files) {
                try {
                    if (ServingProfile.isProfile(file)) {
                        ServingProfile profile = ServingProfile.read(file);
                        profiles.add(profile);
                        sources.addAll(profile.sources());
                        continue;
                    }
                    if (Files.isRegularFile(file) && PowerLog.isPowerLog(file)) {
                        PowerLog log = PowerLog.read(file);
                        power = log.levels();
                        sources.add(log.sentence(file));
                        continue;
                    }
                    if (PhaseTable.isPhaseTable(file)) {
                        List<PhaseTable.Phases> found = phases(PhaseTable.read(file));
                        phases.addAll(found);
                        found.forEach(phase -> sources.add(phase.sentence(file)));
                        continue;
                    }
                    Measurements measurements = Measurements.read(file);
                    for (KernelFit fit : calibrator.fit(measurements)) {
                        kernels.add(fit.kernel());
                        sources.add(sentence(file, measurements, fit));
                    }
                } catch (MeasurementFailure unusable) {
                    throw new IllegalArgumentException(unusable.getMessage(), unusable);
                }
            }
            times = new Calibration(kernels, List.copyOf(sources), profiles, phases, power);
            fitted = times;
        }
        return times;
    }

    private List<PhaseTable.Phases> phases(PhaseTable table) throws MeasurementFailure {
        String device = table.device(hardware)
                .orElseThrow(() -> new MeasurementFailure(table.file() + ": none of its devices ("
                        + table.points().stream()
                                .map(PhaseTable.Point::device)
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ") is called like " + hardware
                        + "; calibrate a hardware that is, such as one that extends it under"
                        + " that name"));
        return table.phases(device);
    }

    private static String sentence(Path file, Measurements measurements, KernelFit fit) {
        String format =
                fit.formula().kernel().isByPrecision() ? " (" + fit.precision().word() + ")" : "";
        return String.format(
                Locale.ROOT,
                "%s%s: %d coefficients fitted to %d points of %s%s; mean error %.1f%% on %d points of shapes held back",
                fit.formula().kernel().label(),
                format,
                fit.coefficients().size(),
                fit.points(),
                file.getFileName(),
                measurements.device().isEmpty() ? "" : ", measured on " + measurements.device(),
                100 * fit.heldBackError(),
                fit.heldBack());
    }

    @Override
    public double matrixSeconds(Precision precision, double rows, double columns, double depth) {
        return fitted().matrixSeconds(precision, rows, columns, depth);
    }

    @Override
    public double prefillSeconds(
            Precision kept, double sequences, double fresh, double before, int heads, int kvHeads, int headDim) {
        return fitted().prefillSeconds(kept, sequences, fresh, before, heads, kvHeads, headDim);
    }

    @Override
    public double decodeSeconds(Precision kept, double sequences, double tokens, int heads, int kvHeads, int headDim) {
        return fitted().decodeSeconds(kept, sequences, tokens, heads, kvHeads, headDim);
    }

    @Override
    public double vectorSeconds(double bytes) {
        return fitted().vectorSeconds(bytes);
    }

    @Override
    public double allReduceSeconds(int devices, double bytes) {
        return fitted().allReduceSeconds(devices, bytes);
    }

    @Override
    public double hostSeconds(double layers, double sequences) {
        return fitted().hostSeconds(layers, sequences);
    }

    @Override
    public Optional<IterationTimes> iterations(String model, int tensor) {
        return fitted().iterations(model, tensor);
    }

    @Override
    public Optional<LayerTimes> layers(LayerShape shape) {
        return fitted().layers(shape);
    }

    @Override
    public Optional<PowerLevels> power() {
        return fitted().power();
    }

    @Override
    public double heldBackError(Kernel kernel) {
        return fitted().heldBackError(kernel);
    }

    @Override
    public List<String> sources() {
        return fitted().sources();
    }

    @Override
    public String toString() {
        return files.stream().map(Path::toString).collect(Collectors.joining(", ", "measured by ", ""));
    }
}
