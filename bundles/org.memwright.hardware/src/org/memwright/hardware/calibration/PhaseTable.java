/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.memwright.hardware.IterationTimes;

/**
 * Measured times of the two phases of serving, one row to each run: {@code model, hardware, prompt_size, batch_size,
 * token_size, prompt_time, token_time, tensor_parallel} and perhaps {@code e2e_time}, times in ms. Runs that were repeated
 * count once, with their median.
 *
 * <p>Source: P. Patel et al., <cite>Splitwise: Efficient Generative LLM Inference Using Phase Splitting</cite>, ISCA 2024,
 * whose measurements have these columns.
 *
 * @param points in the order of the file
 */
public record PhaseTable(Path file, List<Point> points) {
    private static final double SECONDS_PER_MILLI = 1e-3;

    /** A run that took longer than its phases by this factor was served in parts, and says nothing of them. */
    private static final double MOST_OF_PHASES = 1.5;

    /**
     * What was measured of one load.
     *
     * @param device as the table calls it
     * @param model as the table calls it
     * @param tensor devices that each layer is divided over
     * @param prompt tokens of each prompt
     * @param sequences prompts that are processed, and then generate, together
     * @param output tokens that each generates
     * @param promptSeconds until the prompts are processed
     * @param tokenSeconds from one token to the next, in the mean
     */
    public record Point(
            String device,
            String model,
            int tensor,
            int prompt,
            int sequences,
            int output,
            double promptSeconds,
            double tokenSeconds) {}

    /** What has the same device, model and split. */
    public record Subject(String device, String model, int tensor) {
        /** Whether a name, such as one of the library, is that of the model: its letters and digits begin those. */
        boolean isModel(String name) {
            return letters(model).startsWith(letters(name.substring(name.lastIndexOf('.') + 1)));
        }

        @Override
        public String toString() {
            return model + " on " + tensor + " x " + device;
        }
    }

    public PhaseTable {
        points = List.copyOf(points);
    }

    /** Whether a file is such a table. */
    public static boolean isPhaseTable(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (MeasuredTable table = MeasuredTable.open(file)) {
            return table.has(
                    "model",
                    "hardware",
                    "prompt_size",
                    "batch_size",
                    "token_size",
                    "prompt_time",
                    "token_time",
                    "tensor_parallel");
        } catch (MeasurementFailure unreadable) {
            return false; // reading it will say why
        }
    }

    /**
     * Reads a table.
     *
     * @throws MeasurementFailure if a row cannot be used
     */
    public static PhaseTable read(Path file) throws MeasurementFailure {
        Map<Point, List<double[]>> runs = new LinkedHashMap<>();
        try (MeasuredTable table = MeasuredTable.open(file)) {
            int device = table.column("hardware");
            int model = table.column("model");
            int tensor = table.column("tensor_parallel");
            int prompt = table.column("prompt_size");
            int sequences = table.column("batch_size");
            int output = table.column("token_size");
            int promptTime = table.column("prompt_time");
            int tokenTime = table.column("token_time");
            int whole = table.column("e2e_time");
            while (table.next()) {
                if (whole >= 0 && isInParts(table, promptTime, tokenTime, output, whole)) {
                    continue;
                }
                var load = new Point(
                        table.text(device),
                        table.text(model),
                        (int) table.positive(tensor),
                        (int) table.positive(prompt),
                        (int) table.positive(sequences),
                        (int) table.positive(output),
                        0,
                        0);
                runs.computeIfAbsent(load, l -> new ArrayList<>()).add(new double[] {
                    table.positive(promptTime) * SECONDS_PER_MILLI, table.positive(tokenTime) * SECONDS_PER_MILLI
                });
            }
        }
        List<Point> points = new ArrayList<>();
        runs.forEach((load, times) -> points.add(new Point(
                load.device,
                load.model,
                load.tensor,
                load.prompt,
                load.sequences,
                load.output,
                median(times, 0),
                median(times, 1))));
        return new PhaseTable(file, points);
    }

    /** Whether a run took far longer than its phases, since not all of its sequences had room at once. */
    private static boolean isInParts(MeasuredTable table, int promptTime, int tokenTime, int output, int whole)
            throws MeasurementFailure {
        double phases = table.number(promptTime) + table.number(tokenTime) * table.number(output);
        return table.number(whole) > MOST_OF_PHASES * phases;
    }

    private static double median(List<double[]> times, int phase) {
        List<Double> sorted = new ArrayList<>();
        times.forEach(time -> sorted.add(time[phase]));
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The points by what they are of, in the order of the file. */
    public Map<Subject, List<Point>> subjects() {
        Map<Subject, List<Point>> subjects = new LinkedHashMap<>();
        for (Point point : points) {
            subjects.computeIfAbsent(new Subject(point.device, point.model, point.tensor), s -> new ArrayList<>())
                    .add(point);
        }
        return subjects;
    }

    /**
     * What the table calls a hardware: of its devices that which has a model number, such as {@code a100}, in common with
     * the hardware's name; of several the shortest.
     *
     * @param hardware qualified name
     */
    public Optional<String> device(String hardware) {
        String name = letters(hardware.substring(hardware.lastIndexOf('.') + 1));
        return points.stream()
                .map(Point::device)
                .distinct()
                .filter(device -> {
                    String first = letters(device.split("[-_ ]", 2)[0]);
                    return !first.isEmpty() && name.contains(first);
                })
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Interpolated times of one subject; the errors are those of inner points that are left out one by one. */
    record Phases(LayerProfile profile, int prompts, int tokens, Subject subject) implements IterationTimes {
        @Override
        public double promptSeconds(double count) {
            return profile.seconds(prompts, count);
        }

        @Override
        public double tokenSeconds(double count) {
            return profile.seconds(tokens, count);
        }

        /** Where the times come from, a sentence. */
        String sentence(Path file) {
            return String.format(
                    Locale.ROOT,
                    "iterations of %s: %d measured points of %s, interpolated; error on points held back %.1f %%",
                    subject,
                    profile.points(),
                    file.getFileName(),
                    100 * profile.layerError());
        }
    }

    /** The phases of every model that was measured on a device. */
    List<Phases> phases(String device) {
        List<Phases> phases = new ArrayList<>();
        subjects().forEach((subject, measured) -> {
            if (subject.device.equals(device)) {
                phases.add(phases(subject, measured));
            }
        });
        return phases;
    }

    private static Phases phases(Subject subject, List<Point> measured) {
        // Prompts by their tokens together, and tokens by sequences: of several loads that agree in that, the mean.
        TreeMap<Double, List<Double>> prompts = new TreeMap<>();
        TreeMap<Double, List<Double>> tokens = new TreeMap<>();
        for (Point point : measured) {
            prompts.computeIfAbsent((double) point.prompt * point.sequences, n -> new ArrayList<>())
                    .add(point.promptSeconds);
            tokens.computeIfAbsent((double) point.sequences, n -> new ArrayList<>())
                    .add(point.tokenSeconds);
        }
        var profile = new LayerProfile.Builder();
        prompts.forEach((count, times) -> profile.layer("prompts", count, mean(times)));
        tokens.forEach((count, times) -> profile.layer("tokens", count, mean(times)));
        LayerProfile built = profile.build();
        return new Phases(built, built.layer("prompts"), built.layer("tokens"), subject);
    }

    private static double mean(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
