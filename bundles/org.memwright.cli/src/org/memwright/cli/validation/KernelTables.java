/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Machine;
import org.memwright.hardware.calibration.Calibrator;
import org.memwright.hardware.calibration.DataSheet;
import org.memwright.hardware.calibration.KernelFit;
import org.memwright.hardware.calibration.MeasurementFailure;
import org.memwright.hardware.calibration.Measurements;

/** Measured kernels: a calibration is fitted to some shapes and judged by the others. */
final class KernelTables implements MeasurementKind {
    @Override
    public String label() {
        return "kernels";
    }

    @Override
    public List<Measured> find(Path folder, List<Path> files) {
        return files.stream()
                .filter(Measurements::isKnown)
                .<Measured>map(KernelTable::new)
                .toList();
    }

    /** One table. */
    private record KernelTable(Path path) implements Measured {
        @Override
        public void predict(Replays replays, Findings into) throws Unreplayable, MeasurementFailure {
            Measurements measurements = Measurements.read(path);
            String hardware = replays.hardware(measurements.device());
            Machine machine = replays.machine(hardware);
            ComputeUnit unit = machine.computeUnits().getFirst();
            List<KernelFit> fits;
            try {
                fits = new Calibrator(precision -> DataSheet.of(machine, unit, precision)).fit(measurements);
            } catch (IllegalArgumentException incomplete) {
                throw new Unreplayable(String.valueOf(incomplete.getMessage()), incomplete);
            }
            for (KernelFit fit : fits) {
                String name = fit.formula().kernel().label()
                        + (!fit.formula().kernel().isByPrecision()
                                ? ""
                                : " " + fit.precision().word());
                into.error(name + ", mean error on shapes held back", fit.heldBackError());
                into.error(name + ", median error on shapes held back", fit.medianHeldBackError());
                into.note(String.format(
                        Locale.ROOT,
                        "%s: %d numbers of the device fitted to %d points (mean error %.1f%%), judged on %d; measured:"
                                + " %s",
                        name,
                        fit.coefficients().size(),
                        fit.points(),
                        100 * fit.error(),
                        fit.heldBack(),
                        fit.range()));
            }
            into.note("data sheet: " + hardware
                    + (measurements.device().isEmpty() ? "" : " for " + measurements.device()));
            measurements.leftOut().forEach((why, rows) -> into.note("left out: " + rows + " rows, " + why));
        }
    }
}
