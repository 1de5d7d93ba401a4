/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.Precision;

/**
 * Measured calls of kernels, read from tables whose columns tell what they are.
 *
 * <p>Known tables: matrix products ({@code gemm_dtype, m, n, k, latency}); attention ({@code op_name, batch_size, isl, step,
 * num_heads, num_key_value_heads, head_dim, kv_cache_dtype, latency}, where no key-value heads means as many as heads and a
 * window above 0 is left out); all-reduces ({@code op_name, num_gpus, message_size, latency}, a size in numbers of its
 * format). Latencies are in ms. These are the columns of the tables of NVIDIA AI Configurator.
 *
 * @param device what the tables call the device; empty where they do not say
 * @param software what was measured: framework and version, one entry to each
 * @param points one entry to each kernel and precision
 * @param leftOut why rows were left out, with their number
 */
public record Measurements(
        String device, List<String> software, List<KernelPoints> points, Map<String, Integer> leftOut) {
    private static final double SECONDS_PER_MILLI = 1e-3;
    private static final String KNOWN =
            "known are tables of matrix products (gemm_dtype, m, n, k, latency), of attention (op_name, batch_size,"
                    + " isl, step, num_heads, num_key_value_heads, head_dim, kv_cache_dtype, latency) and of all-reduces"
                    + " (op_name, num_gpus, message_size, latency)";

    public Measurements {
        software = List.copyOf(software);
        points = List.copyOf(points);
        leftOut = Map.copyOf(leftOut);
    }

    /**
     * Reads a table, or all tables of a folder that are known.
     *
     * @throws MeasurementFailure if a table is broken, or none is known
     */
    public static Measurements read(Path source) throws MeasurementFailure {
        var reader = new Reader();
        if (!Files.isDirectory(source)) {
            if (!reader.read(source)) {
                throw new MeasurementFailure(source + ":1: its columns are those of no measurement; " + KNOWN);
            }
            return reader.measurements(source);
        }
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (isTable(file)) {
                    reader.read(file);
                }
            }
        } catch (IOException unreadable) {
            throw MeasuredTable.unreadable(source, unreadable);
        }
        return reader.measurements(source);
    }

    /** Whether a file is a table whose columns are known. */
    public static boolean isKnown(Path file) {
        if (!isTable(file)) {
            return false;
        }
        try (MeasuredTable table = MeasuredTable.open(file)) {
            return Columns.of(table) != Columns.OTHER;
        } catch (MeasurementFailure unreadable) {
            return false; // reading it will say why
        }
    }

    /** What the columns of a table tell that it measures. */
    private enum Columns {
        MATRICES,
        ATTENTION,
        COLLECTIVES,
        OTHER;

        static Columns of(MeasuredTable table) {
            if (table.has("gemm_dtype", "m", "n", "k", "latency")) {
                return MATRICES;
            }
            if (table.has("op_name", "batch_size", "isl", "num_heads", "head_dim", "kv_cache_dtype", "latency")) {
                return ATTENTION;
            }
            return table.has("op_name", "num_gpus", "message_size", "latency") ? COLLECTIVES : OTHER;
        }
    }

    private static boolean isTable(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return plain.endsWith(".csv") || plain.endsWith(".tsv");
    }

    /** Collects the rows of one table after the other. */
    private static final class Reader {
        private final Map<String, KernelPoints.Builder> builders = new LinkedHashMap<>();
        private final Set<String> devices = new LinkedHashSet<>();
        private final Map<String, String> software = new LinkedHashMap<>();
        private final Map<String, Integer> leftOut = new LinkedHashMap<>();

        /** Whether the table is known. */
        boolean read(Path file) throws MeasurementFailure {
            try (MeasuredTable table = MeasuredTable.open(file)) {
                switch (Columns.of(table)) {
                    case MATRICES -> matrices(table);
                    case ATTENTION -> attention(table);
                    case COLLECTIVES -> collectives(table);
                    case OTHER -> {
                        return false;
                    }
                }
                return true;
            }
        }

        Measurements measurements(Path source) throws MeasurementFailure {
            List<KernelPoints> points = new ArrayList<>();
            builders.values().forEach(builder -> points.add(builder.build()));
            points.sort(Comparator.comparing(KernelPoints::kernel).thenComparing(KernelPoints::precision));
            if (points.isEmpty()) {
                throw new MeasurementFailure(source + ": holds no measurement; " + KNOWN);
            }
            if (devices.size() > 1) {
                throw new MeasurementFailure(source + ": holds measurements of several devices ("
                        + String.join(", ", devices) + "), but one is calibrated at a time; keep those of one device");
            }
            return new Measurements(
                    devices.stream().findFirst().orElse(""), List.copyOf(software.values()), points, leftOut);
        }

        private void matrices(MeasuredTable table) throws MeasurementFailure {
            int format = table.column("gemm_dtype");
            int rows = table.column("m");
            int columns = table.column("n");
            int depth = table.column("k");
            int latency = table.column("latency");
            while (table.next()) {
                Optional<Precision> precision = precision(table, format);
                if (precision.isPresent()) {
                    builder(Kernel.MATRIX, precision.get())
                            .add(
                                    table.positive(latency) * SECONDS_PER_MILLI,
                                    table.positive(rows),
                                    table.positive(columns),
                                    table.positive(depth));
                    note(table);
                }
            }
        }

        private void attention(MeasuredTable table) throws MeasurementFailure {
            int operation = table.column("op_name");
            int sequences = table.column("batch_size");
            int fresh = table.column("isl");
            int before = table.column("step");
            int heads = table.column("num_heads");
            int shared = table.column("num_key_value_heads");
            int width = table.column("head_dim");
            int kept = table.column("kv_cache_dtype");
            int window = table.column("window_size");
            int latency = table.column("latency");
            while (table.next()) {
                if (window >= 0 && table.number(window) > 0) {
                    leaveOut("attention to a window of tokens");
                    continue;
                }
                Optional<Precision> precision = precision(table, kept);
                if (precision.isEmpty()) {
                    continue;
                }
                double seconds = table.positive(latency) * SECONDS_PER_MILLI;
                double past = before < 0 ? 0 : table.number(before);
                double keyValueHeads =
                        shared < 0 || table.number(shared) == 0 ? table.positive(heads) : table.positive(shared);
                switch (table.text(operation)) {
                    case "context_attention" ->
                        builder(Kernel.PREFILL, precision.get())
                                .add(
                                        seconds,
                                        table.positive(sequences),
                                        table.positive(fresh),
                                        past,
                                        table.positive(heads),
                                        keyValueHeads,
                                        table.positive(width));
                    case "generation_attention" ->
                        builder(Kernel.DECODE, precision.get())
                                .add(
                                        seconds,
                                        table.positive(sequences),
                                        table.positive(fresh) + past,
                                        table.positive(heads),
                                        keyValueHeads,
                                        table.positive(width));
                    default -> {
                        leaveOut("operation " + table.text(operation));
                        continue;
                    }
                }
                note(table);
            }
        }

        private void collectives(MeasuredTable table) throws MeasurementFailure {
            int operation = table.column("op_name");
            int devicesOf = table.column("num_gpus");
            int size = table.column("message_size");
            int format = table.column("allreduce_dtype", "nccl_dtype");
            int latency = table.column("latency");
            while (table.next()) {
                if (!table.text(operation).equals("all_reduce")) {
                    leaveOut("collective " + table.text(operation));
                    continue;
                }
                Optional<Precision> precision = precision(table, format);
                if (precision.isPresent()) {
                    // What is sent does not depend on what the numbers mean, so all formats count as one.
                    builder(Kernel.COLLECTIVE, Precision.BF16)
                            .add(
                                    table.positive(latency) * SECONDS_PER_MILLI,
                                    table.positive(devicesOf),
                                    table.positive(size) * precision.get().bytes());
                    note(table);
                }
            }
        }

        private KernelPoints.Builder builder(Kernel kernel, Precision precision) {
            return builders.computeIfAbsent(
                    kernel + " " + precision, key -> new KernelPoints.Builder(kernel, precision));
        }

        private Optional<Precision> precision(MeasuredTable table, int column) {
            String word = table.text(column);
            Optional<Precision> precision = switch (word) {
                case "bfloat16" -> Optional.of(Precision.BF16);
                case "float16", "half" -> Optional.of(Precision.FP16);
                case "float32", "float" -> Optional.of(Precision.FP32);
                default -> Precision.of(word);
            };
            if (precision.isEmpty()) {
                leaveOut("format " + word);
            }
            return precision;
        }

        private void leaveOut(String why) {
            leftOut.merge(why, 1, Integer::sum);
        }

        private void note(MeasuredTable table) {
            String device = table.text(table.column("device"));
            if (!device.isEmpty()) {
                devices.add(device);
            }
            String framework = table.text(table.column("framework"));
            if (!framework.isEmpty()) {
                String version = table.text(table.column("version"));
                software.putIfAbsent(
                        (framework + " " + version).toLowerCase(Locale.ROOT), (framework + " " + version).strip());
            }
        }
    }
}
