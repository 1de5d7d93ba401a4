/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.memwright.hardware.PowerLevels;

/**
 * The power of a machine over a time in which its device works now and then: {@code time_s, power_w}.
 *
 * <p>Three levels and one time are fitted to the first cycle, a stretch of work and the rest after it; the cycles after it are
 * held back. A second counts as work where its power is nearer to the most than to the least. Of the rest, the second at
 * which it falls from one level to the next is the one that leaves the least squares around both.
 *
 * @param seconds when each sample was taken, rising
 * @param watts of each sample
 * @param fitted samples of the first cycle
 * @param levels fitted to these
 */
public record PowerLog(List<Double> seconds, List<Double> watts, int fitted, PowerLevels levels) {
    private static final String TIME = "time_s";
    private static final String POWER = "power_w";
    private static final int LEAST_SAMPLES = 4;

    public PowerLog {
        seconds = List.copyOf(seconds);
        watts = List.copyOf(watts);
    }

    /** Whether a file is such a table. */
    public static boolean isPowerLog(Path file) {
        try (MeasuredTable table = MeasuredTable.open(file)) {
            return table.has(TIME, POWER);
        } catch (MeasurementFailure unreadable) {
            return false; // what cannot be read is said by who reads it
        }
    }

    /**
     * Reads a file and fits its levels.
     *
     * @throws MeasurementFailure if it is broken, too short, or never rests after work
     */
    public static PowerLog read(Path file) throws MeasurementFailure {
        List<Double> seconds = new ArrayList<>();
        List<Double> watts = new ArrayList<>();
        try (MeasuredTable table = MeasuredTable.open(file)) {
            int time = table.column(TIME);
            int power = table.column(POWER);
            if (time < 0 || power < 0) {
                throw new MeasurementFailure(file + ":1: has no columns " + TIME + " and " + POWER);
            }
            while (table.next()) {
                double at = table.number(time);
                if (!seconds.isEmpty() && at <= seconds.getLast()) {
                    throw new MeasurementFailure(
                            table.position() + ": " + TIME + " is " + table.text(time) + ", must rise from row to row");
                }
                seconds.add(at);
                watts.add(table.positive(power));
            }
        }
        if (seconds.size() < LEAST_SAMPLES) {
            throw new MeasurementFailure(file + ": has " + seconds.size() + " samples; levels need " + LEAST_SAMPLES
                    + " or more, with work and rest");
        }
        return fit(file, seconds, watts);
    }

    private static PowerLog fit(Path file, List<Double> seconds, List<Double> watts) throws MeasurementFailure {
        double[] p = watts.stream().mapToDouble(Double::doubleValue).toArray();
        double middle =
                (Arrays.stream(p).min().orElseThrow() + Arrays.stream(p).max().orElseThrow()) / 2;
        int start = next(p, 0, middle, true);
        int stop = next(p, start, middle, false);
        int end = next(p, stop, middle, true);
        if (stop == p.length) {
            throw new MeasurementFailure(
                    file + ": power never falls again after the first work; measure some seconds of rest");
        }
        int fall = fall(p, stop, end);
        double hold = fall == end ? 0 : seconds.get(fall) - seconds.get(stop);
        return new PowerLog(
                seconds,
                watts,
                end,
                new PowerLevels(
                        median(p, start, stop),
                        median(p, stop, fall == stop ? end : fall),
                        hold,
                        median(p, fall == end ? stop : fall, end)));
    }

    private static int next(double[] power, int from, double middle, boolean above) {
        int at = from;
        while (at < power.length && power[at] > middle != above) {
            at++;
        }
        return at;
    }

    /** Where power falls from one level to the next: the split that leaves the least squares around the two means. */
    private static int fall(double[] power, int from, int to) {
        int best = from;
        double least = squares(power, from, to);
        for (int at = from + 1; at < to; at++) {
            double left = squares(power, from, at) + squares(power, at, to);
            if (left < least) {
                least = left;
                best = at;
            }
        }
        return best;
    }

    private static double squares(double[] power, int from, int to) {
        double mean = Arrays.stream(power, from, to).average().orElse(0);
        return Arrays.stream(power, from, to).map(w -> (w - mean) * (w - mean)).sum();
    }

    private static double median(double[] power, int from, int to) {
        double[] sorted = Arrays.copyOfRange(power, from, to);
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** What was fitted to what, for reports. */
    public String sentence(Path file) {
        return String.format(
                Locale.ROOT,
                "power: %.0f W at work, %.0f W for %.0f s after it, %.0f W at rest, fitted to the first %d of %d"
                        + " samples of %s",
                levels.workingWatts(),
                levels.standbyWatts(),
                levels.holdSeconds(),
                levels.idleWatts(),
                fitted,
                seconds.size(),
                file.getFileName());
    }
}
