/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.List;
import java.util.Locale;
import org.memwright.hardware.calibration.Coefficient;
import org.memwright.hardware.calibration.KernelFit;
import org.memwright.hardware.calibration.Measurements;
import org.memwright.units.Format;
import org.memwright.units.Unit;
import org.memwright.units.Units;

/**
 * A hardware whose kernels are calibrated, as text of the language: the coefficients, and in comments where they come from,
 * how far off they are and what was measured. It holds no measurement.
 *
 * @param name of the new declaration
 * @param parent qualified name of the hardware that was measured
 * @param unit the compute unit that was measured
 * @param source what the reader should know of the files, such as their name
 */
public record CalibratedHardware(String name, String parent, String unit, String source) {
    private static final int WIDTH = 118;
    private static final int INDENT = 5;

    /** A formula that misses by more than this in the mean says less than the data sheet. */
    private static final double MOST_ERROR = 0.5;

    /** The declaration, in no particular layout. */
    public String text(Measurements measurements, List<KernelFit> fits) {
        var text = new StringBuilder("/**\n * ")
                .append(parent)
                .append(" with times of its kernels fitted to measurements");
        if (!measurements.device().isEmpty()) {
            text.append(" of ").append(measurements.device());
        }
        text.append(".\n *\n * Source: ").append(source);
        if (!measurements.software().isEmpty()) {
            text.append(", measured with ").append(String.join(", ", measurements.software()));
        }
        text.append(".\n */\nhardware ")
                .append(name)
                .append(" extends ")
                .append(parent)
                .append(" {\n");
        for (KernelFit fit : fits) {
            if (!(fit.heldBackError() <= MOST_ERROR)) {
                comment(
                        fit.formula().kernel().label()
                                + " is left to the data sheet: its formula misses what was measured by "
                                + percent(fit.heldBackError()) + " in the mean.",
                        text);
                continue;
            }
            comment(quality(fit), text);
            text.append("  calibrate ")
                    .append(unit)
                    .append(' ')
                    .append(fit.formula().kernel().word());
            if (fit.formula().kernel().isByPrecision()) {
                text.append(' ').append(fit.precision().word());
            }
            text.append(" {");
            for (int i = 0; i < fit.coefficients().size(); i++) {
                Coefficient coefficient = fit.formula().coefficients().get(i);
                text.append("  ")
                        .append(coefficient.name())
                        .append(' ')
                        .append(value(coefficient, fit.coefficients().get(i)));
            }
            text.append("  error ").append(percent(fit.heldBackError())).append(" }\n");
        }
        return text.append("}\n").toString();
    }

    /** How many points, how far off and what was measured. */
    private static String quality(KernelFit fit) {
        return String.format(
                Locale.ROOT,
                "%d points; mean error %s (median %s) on %d points of shapes held back; measured: %s",
                fit.points() + fit.heldBack(),
                percent(fit.heldBackError()),
                percent(fit.medianHeldBackError()),
                fit.heldBack(),
                fit.range());
    }

    private static void comment(String all, StringBuilder text) {
        int column = 0;
        for (String word : all.split(" ", -1)) {
            boolean full = column + 1 + word.length() > WIDTH;
            text.append(column == 0 ? "  // " : full ? "\n  // " : " ").append(word);
            column = (column == 0 || full ? INDENT : column + 1) + word.length();
        }
        text.append('\n');
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * ratio);
    }

    /** A coefficient as the language writes it; shares in percent. */
    public static String value(Coefficient coefficient, double value) {
        if (coefficient.unit().isEmpty()) {
            return percent(value);
        }
        return Format.of(value, Units.find(coefficient.unit()).orElse(Unit.NONE).dimension());
    }
}
