/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.KernelTimes;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
import org.memwright.hardware.calibration.CalibratedKernel;
import org.memwright.hardware.calibration.Calibration;
import org.memwright.hardware.calibration.Calibrator;
import org.memwright.hardware.calibration.Coefficient;
import org.memwright.hardware.calibration.DataSheet;
import org.memwright.hardware.calibration.KernelFormula;
import org.memwright.hardware.calibration.MeasuredTimes;
import org.memwright.lang.evaluate.Precisions;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.model.Hardware;
import org.memwright.model.Property;

/** Makes the kernel times of a compute unit from what calibrates it: files of measurements, and kernels that are written. */
final class CalibrationBuilder {
    private final Problems problems;
    private final Machine machine;
    private final ComputeUnit unit;

    /** @param machine without calibrations */
    CalibrationBuilder(Problems problems, Machine machine, ComputeUnit unit) {
        this.problems = problems;
        this.machine = machine;
        this.unit = unit;
    }

    KernelTimes build(List<org.memwright.model.Calibration> written) {
        List<Path> files = new ArrayList<>();
        List<CalibratedKernel> kernels = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (org.memwright.model.Calibration calibration : written) {
            try {
                if (calibration.getFile() != null) {
                    files.add(CallBinder.absolute(calibration, calibration.getFile()));
                } else {
                    CalibratedKernel kernel = kernel(calibration);
                    if (kernel != null) {
                        kernels.add(kernel);
                        sources.add(kernel.kernel().label() + ": coefficients of " + machine.name());
                    }
                }
            } catch (IllegalArgumentException incomplete) {
                problems.add(
                        CompileIssue.CALIBRATION_IMPOSSIBLE,
                        calibration,
                        unit.name(),
                        String.valueOf(incomplete.getMessage()));
            }
        }
        return files.isEmpty()
                ? new Calibration(kernels, sources)
                : new MeasuredTimes(names(written), files, kernels, new Calibrator(this::sheet));
    }

    /** What the calibrated hardware and those that it extends are called, for tables of several devices. */
    private static String names(List<org.memwright.model.Calibration> written) {
        Set<String> names = new LinkedHashSet<>();
        for (org.memwright.model.Calibration calibration : written) {
            Hardware hardware = (Hardware) calibration.eContainer();
            while (hardware != null && hardware.getName() != null && names.add(hardware.getName())) {
                hardware = hardware.getParent();
            }
        }
        return String.join(" or ", names);
    }

    private DataSheet sheet(Precision precision) {
        return DataSheet.of(machine, unit, precision);
    }

    private @Nullable CalibratedKernel kernel(org.memwright.model.Calibration written) {
        PropertyOwner owner = PropertyOwner.of(written).orElse(null);
        if (owner == null) {
            return null; // checking reports it
        }
        Kernel kernel = owner.kernel().orElseThrow();
        Precision precision = written.getPrecision() == null
                ? Precision.BF16
                : Precision.of(written.getPrecision()).orElse(null);
        if (precision == null) {
            problems.add(CompileIssue.UNKNOWN_PRECISION, written, written.getPrecision(), Precisions.list());
            return null;
        }
        Map<String, Property> byName = new LinkedHashMap<>();
        written.getProperties().forEach(property -> byName.put(property.getName(), property));
        var read = new PropertyReader(owner, unit.name(), byName, problems, new LinkedHashSet<>());
        KernelFormula formula = KernelFormula.of(kernel, precision, this::sheet);
        List<Double> values = new ArrayList<>();
        for (Coefficient coefficient : formula.coefficients()) {
            PropertyWord word = Properties.find(owner, coefficient.name()).orElseThrow();
            if (!read.has(coefficient.name())) {
                problems.add(CompileIssue.MISSING_PROPERTY, written, kernel.label(), coefficient.name());
                return null;
            }
            values.add(read.silently(coefficient.name(), word.dimension(), coefficient.start()));
        }
        PropertyWord error = Properties.find(owner, Properties.HELD_BACK_ERROR).orElseThrow();
        return new CalibratedKernel(
                formula, precision, values, read.silently(error.name(), error.dimension(), Double.NaN));
    }
}
