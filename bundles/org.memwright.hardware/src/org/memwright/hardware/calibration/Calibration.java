/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.hardware.IterationTimes;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.KernelTimes;
import org.memwright.hardware.LayerShape;
import org.memwright.hardware.LayerTimes;
import org.memwright.hardware.PowerLevels;
import org.memwright.hardware.Precision;

/** Times of the kernels of one device by formulas whose coefficients were settled by measurements of it. */
public final class Calibration implements KernelTimes {
    private static final int PRECISIONS = Precision.values().length;

    private final List<CalibratedKernel> kernels;
    private final List<String> sources;
    private final List<ServingProfile> profiles;
    private final List<PhaseTable.Phases> phases;
    private final @Nullable PowerLevels power;
    private final Slot[] slots = new Slot[Kernel.values().length * PRECISIONS];

    /** A formula and its coefficients, unpacked. */
    private record Slot(KernelFormula formula, double[] coefficients) {
        double seconds(double... shape) {
            return formula.seconds(coefficients, shape);
        }
    }

    /** Formulas alone. */
    public Calibration(List<CalibratedKernel> kernels, List<String> sources) {
        this(kernels, sources, List.of(), List.of(), null);
    }

    /**
     * @param kernels at most one for each kernel and precision; the first counts
     * @param sources where they come from, one sentence each
     * @param profiles measured layers of models; of those of one shape the first counts
     * @param phases measured iterations of models
     * @param power of a machine with the device; null where it was not measured
     */
    @SuppressWarnings("EnumOrdinal") // kernels and formats index a flat array that every iteration reads
    Calibration(
            List<CalibratedKernel> kernels,
            List<String> sources,
            List<ServingProfile> profiles,
            List<PhaseTable.Phases> phases,
            @Nullable PowerLevels power) {
        this.kernels = List.copyOf(kernels);
        this.sources = List.copyOf(sources);
        this.profiles = List.copyOf(profiles);
        this.phases = List.copyOf(phases);
        this.power = power;
        for (CalibratedKernel kernel : kernels) {
            int at = kernel.kernel().ordinal() * PRECISIONS + kernel.precision().ordinal();
            if (slots[at] == null) {
                slots[at] = new Slot(
                        kernel.formula(),
                        kernel.coefficients().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
            }
        }
    }

    /** What is calibrated. */
    public List<CalibratedKernel> kernels() {
        return kernels;
    }

    @Override
    public double matrixSeconds(Precision precision, double rows, double columns, double depth) {
        Slot slot = slot(Kernel.MATRIX, precision);
        return slot == null ? Double.NaN : slot.seconds(rows, columns, depth);
    }

    @Override
    public double prefillSeconds(
            Precision kept, double sequences, double fresh, double before, int heads, int kvHeads, int headDim) {
        Slot slot = slot(Kernel.PREFILL, kept);
        return slot == null ? Double.NaN : slot.seconds(sequences, fresh, before, heads, kvHeads, headDim);
    }

    @Override
    public double decodeSeconds(Precision kept, double sequences, double tokens, int heads, int kvHeads, int headDim) {
        Slot slot = slot(Kernel.DECODE, kept);
        return slot == null ? Double.NaN : slot.seconds(sequences, tokens, heads, kvHeads, headDim);
    }

    @Override
    public double vectorSeconds(double bytes) {
        Slot slot = slot(Kernel.VECTOR, Precision.BF16);
        return slot == null ? Double.NaN : slot.seconds(bytes);
    }

    @Override
    public double allReduceSeconds(int devices, double bytes) {
        Slot slot = slot(Kernel.COLLECTIVE, Precision.BF16);
        return slot == null ? Double.NaN : slot.seconds(devices, bytes);
    }

    @Override
    public double hostSeconds(double layers, double sequences) {
        Slot slot = slot(Kernel.HOST, Precision.BF16);
        return slot == null ? Double.NaN : slot.seconds(layers, sequences, 0);
    }

    @Override
    public Optional<IterationTimes> iterations(String model, int tensor) {
        return phases.stream()
                .filter(p -> p.subject().tensor() == tensor && p.subject().isModel(model))
                .<IterationTimes>map(p -> p)
                .findFirst();
    }

    /** The formula of a format, or of the other one of 16 bits, which takes the same time. */
    @SuppressWarnings("EnumOrdinal") // see the constructor
    private @Nullable Slot slot(Kernel kernel, Precision precision) {
        Slot slot = slots[kernel.ordinal() * PRECISIONS + precision.ordinal()];
        if (slot == null && precision == Precision.FP16) {
            return slots[kernel.ordinal() * PRECISIONS + Precision.BF16.ordinal()];
        }
        if (slot == null && precision == Precision.BF16) {
            return slots[kernel.ordinal() * PRECISIONS + Precision.FP16.ordinal()];
        }
        return slot;
    }

    @Override
    public double heldBackError(Kernel kernel) {
        if (kernel == Kernel.ITERATION) {
            return phases.stream()
                    .mapToDouble(p -> p.profile().layerError())
                    .average()
                    .orElse(Double.NaN);
        }
        return kernels.stream()
                .filter(k -> k.kernel() == kernel)
                .mapToDouble(CalibratedKernel::heldBackError)
                .findFirst()
                .orElseGet(() ->
                        profiles.isEmpty() ? Double.NaN : profiles.getFirst().heldBackError(kernel));
    }

    @Override
    public Optional<PowerLevels> power() {
        return Optional.ofNullable(power);
    }

    @Override
    public Optional<LayerTimes> layers(LayerShape shape) {
        return profiles.stream().flatMap(p -> p.layers(shape).stream()).findFirst();
    }

    @Override
    public List<String> sources() {
        return sources;
    }
}
