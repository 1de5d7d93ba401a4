/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.KernelTimes;
import org.memwright.hardware.LayerShape;
import org.memwright.hardware.LayerTimes;
import org.memwright.hardware.Precision;

/**
 * A folder with the measured layers of one model on one device: the time of each layer by tokens, of attention by prompts
 * and kept tokens, and of the output head by sequences.
 *
 * <p>Two ways to lay it out are read. One has {@code meta.yaml} and, for each tensor split, a folder {@code tp1}, {@code tp2},
 * ... with {@code dense.csv} (layer,tokens,time_us), {@code attention.csv}
 * (prefill_chunk,kv_prefill,n_decode,kv_decode,time_us) and, where they were measured, {@code per_sequence.csv}
 * (layer,sequences,time_us) and {@code skew.csv} (batches whose sequences have kept different numbers of tokens). The other
 * has {@code layers.csv} (layer_name,input,kv_cache,tp_size,latency(ns)) and {@code attention.csv} with the columns of the
 * Vidur simulator, in milliseconds. Files may be gzip.
 *
 * <p>Source: J. Cho et al., <cite>LLMServingSim</cite>, IISWC 2024 (both layouts); A. Agrawal et al., <cite>Vidur</cite>,
 * MLSys 2024 (its attention table).
 */
public final class ServingProfile implements KernelTimes {
    private static final double MICROS = 1e-6;
    private static final double MILLIS = 1e-3;
    private static final double NANOS = 1e-9;
    private static final String META = "meta.yaml";

    /** Layers of the second layout under the names of the first. */
    private static final Map<String, String> NAMES = Map.of(
            "q_proj", "qkv_proj",
            "k_proj", "qkv_proj",
            "v_proj", "qkv_proj",
            "gate_proj", "gate_up_proj",
            "up_proj", "gate_up_proj",
            "rope", "rotary_emb",
            "input_layernorm", "layernorm",
            "post_layernorm", "layernorm");

    private final Path directory;
    private final String device;
    private final String model;
    private final int heads;
    private final int kvHeads;
    private final Map<Integer, LayerProfile> bySplit;

    private ServingProfile(Path directory, Facts facts, Map<Integer, LayerProfile> bySplit) {
        this.directory = directory;
        this.device = facts.device;
        this.model = facts.model;
        this.heads = facts.heads;
        this.kvHeads = facts.kvHeads;
        this.bySplit = bySplit;
    }

    /** What a profile says of itself; 0 and empty where it is silent. */
    private static final class Facts {
        private String device = "";
        private String model = "";
        private int heads;
        private int kvHeads;
    }

    /** Whether a folder holds measured layers in one of the layouts. */
    public static boolean isProfile(Path directory) {
        return find(directory, "layers").isPresent() || !splits(directory).isEmpty();
    }

    /**
     * Reads a folder.
     *
     * @throws MeasurementFailure if it holds no measured layers, or a file of it cannot be used
     */
    public static ServingProfile read(Path directory) throws MeasurementFailure {
        var facts = new Facts();
        Map<Integer, LayerProfile> read = new TreeMap<>();
        Optional<Path> layers = find(directory, "layers");
        if (layers.isPresent()) {
            Map<Integer, LayerProfile.Builder> builders = new TreeMap<>();
            readLayers(layers.get(), builders);
            Optional<Path> attention = find(directory, "attention");
            if (attention.isPresent()) {
                readVidurAttention(attention.get(), builders, facts);
            }
            builders.forEach((split, builder) -> read.put(split, builder.build()));
        } else {
            for (Map.Entry<Integer, Path> split : splits(directory).entrySet()) {
                read.put(split.getKey(), readSplit(split.getValue()));
            }
            readMeta(directory.resolve(META), facts);
        }
        if (read.isEmpty()) {
            throw new MeasurementFailure(
                    directory + ": holds no measured layers; it must have layers.csv, or tp1/dense.csv and its like");
        }
        return new ServingProfile(directory, facts, read);
    }

    private static Optional<Path> find(Path directory, String name) {
        return Stream.of(name + ".csv", name + ".csv.gz")
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Map<Integer, Path> splits(Path directory) {
        Map<Integer, Path> splits = new TreeMap<>();
        try (Stream<Path> entries = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            entries.filter(entry -> entry.getFileName().toString().matches("tp[1-9][0-9]{0,3}"))
                    .filter(entry -> find(entry, "dense").isPresent())
                    .forEach(entry -> splits.put(
                            Integer.valueOf(entry.getFileName().toString().substring(2)), entry));
        } catch (IOException unreadable) {
            return Map.of(); // what cannot be listed holds nothing that can be read
        }
        return splits;
    }

    private static LayerProfile readSplit(Path directory) throws MeasurementFailure {
        var profile = new LayerProfile.Builder();
        readCounts(find(directory, "dense"), "tokens", profile);
        readCounts(find(directory, "per_sequence"), "sequences", profile);
        Optional<Path> attention = find(directory, "attention");
        if (attention.isPresent()) {
            try (MeasuredTable table = MeasuredTable.open(attention.get())) {
                int fresh = column(table, attention.get(), "prefill_chunk");
                int before = column(table, attention.get(), "kv_prefill");
                int decodes = column(table, attention.get(), "n_decode");
                int kept = column(table, attention.get(), "kv_decode");
                int time = column(table, attention.get(), "time_us");
                while (table.next()) {
                    profile.attention(
                            table.number(fresh),
                            table.number(before),
                            table.number(decodes),
                            table.number(kept),
                            table.positive(time) * MICROS);
                }
            }
        }
        Optional<Path> skew = find(directory, "skew");
        if (skew.isPresent()) {
            readSkew(skew.get(), profile);
        }
        return profile.build();
    }

    private static void readCounts(Optional<Path> file, String count, LayerProfile.Builder into)
            throws MeasurementFailure {
        if (file.isEmpty()) {
            return;
        }
        try (MeasuredTable table = MeasuredTable.open(file.get())) {
            int layer = column(table, file.get(), "layer");
            int at = column(table, file.get(), count);
            int time = column(table, file.get(), "time_us");
            while (table.next()) {
                into.layer(table.text(layer), table.positive(at), table.positive(time) * MICROS);
            }
        }
    }

    private static void readSkew(Path file, LayerProfile.Builder into) throws MeasurementFailure {
        try (MeasuredTable table = MeasuredTable.open(file)) {
            int sequences = column(table, file, "n");
            int fresh = column(table, file, "pc");
            int before = column(table, file, "kp");
            int mean = column(table, file, "t_mean_us");
            int most = column(table, file, "t_max_us");
            int skewed = column(table, file, "t_skew_us");
            while (table.next()) {
                long shape = (long) table.number(sequences);
                shape = shape * 1_000_003 + (long) table.number(fresh);
                shape = shape * 1_000_003 + (long) table.number(before);
                into.skewed(
                        table.positive(mean) * MICROS,
                        table.positive(most) * MICROS,
                        table.positive(skewed) * MICROS,
                        shape & ((1L << 52) - 1));
            }
        }
    }

    private static void readLayers(Path file, Map<Integer, LayerProfile.Builder> into) throws MeasurementFailure {
        try (MeasuredTable table = MeasuredTable.open(file)) {
            int layer = column(table, file, "layer_name");
            int tokens = column(table, file, "input");
            int kept = column(table, file, "kv_cache");
            int split = column(table, file, "tp_size");
            int time = column(table, file, "latency(ns)");
            while (table.next()) {
                String name = table.text(layer);
                if (name.equals("attn") || table.number(kept) != 0) {
                    continue; // the attention table says more
                }
                String known = NAMES.getOrDefault(name, name);
                // A layer has two norms, measured one by one; the table holds their mean.
                double share = known.equals("layernorm") ? 0.5 : 1;
                into.computeIfAbsent((int) table.positive(split), s -> new LayerProfile.Builder())
                        .part(known, table.positive(tokens), table.positive(time) * NANOS * share);
            }
        }
    }

    private static void readVidurAttention(Path file, Map<Integer, LayerProfile.Builder> into, Facts facts)
            throws MeasurementFailure {
        try (MeasuredTable table = MeasuredTable.open(file)) {
            int prefill = column(table, file, "time_stats.attn_prefill.mean");
            int decode = column(table, file, "time_stats.attn_decode.mean");
            int split = column(table, file, "num_tensor_parallel_workers");
            int heads = column(table, file, "n_q_head");
            int kvHeads = column(table, file, "n_kv_head");
            int sequences = column(table, file, "batch_size");
            int fresh = column(table, file, "prefill_chunk_size");
            int kept = column(table, file, "kv_cache_size");
            int isPrefill = column(table, file, "is_prefill");
            while (table.next()) {
                LayerProfile.Builder profile = into.get((int) table.positive(split));
                if (profile == null) {
                    continue; // a split without layers is of no use
                }
                facts.heads = (int) table.positive(heads);
                facts.kvHeads = (int) table.positive(kvHeads);
                if (table.text(isPrefill).toLowerCase(Locale.ROOT).equals("true")) {
                    // Kept tokens count those of the chunk itself.
                    double chunk = table.positive(fresh);
                    double before = Math.max(0, table.number(kept) - chunk);
                    profile.attention(chunk, before, 0, 0, table.positive(prefill) * MILLIS);
                } else {
                    profile.attention(
                            0, 0, table.positive(sequences), table.number(kept), table.positive(decode) * MILLIS);
                }
            }
        }
    }

    private static int column(MeasuredTable table, Path file, String name) throws MeasurementFailure {
        int at = table.column(name);
        if (at < 0) {
            throw new MeasurementFailure(
                    file + ":1: has no column '" + name + "'; it has " + String.join(", ", table.header()));
        }
        return at;
    }

    /** Reads the scalars of a YAML file that says what was measured; of a file that is not there, nothing. */
    private static void readMeta(Path file, Facts facts) throws MeasurementFailure {
        if (!Files.isRegularFile(file)) {
            return;
        }
        Map<String, String> values = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    values.putIfAbsent(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 2).strip());
                }
            }
        } catch (IOException unreadable) {
            throw MeasuredTable.unreadable(file, unreadable);
        }
        facts.device = values.getOrDefault("gpu", "");
        facts.model = values.getOrDefault("model", "");
        // Heads are those of one device at the last split that was measured.
        String splits = values.getOrDefault("tp_degrees", "[1]").replaceAll("[\\[\\]\\s]", "");
        int last = number(splits.substring(splits.lastIndexOf(',') + 1));
        facts.heads = number(values.getOrDefault("num_attention_heads", "")) * last;
        facts.kvHeads = number(values.getOrDefault("num_key_value_heads", "")) * last;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    @Override
    public Optional<LayerTimes> layers(LayerShape shape) {
        boolean same = (heads == 0 || heads == shape.heads()) && (kvHeads == 0 || kvHeads == shape.kvHeads());
        return same ? Optional.ofNullable(bySplit.get(shape.tensor())) : Optional.empty();
    }

    @Override
    public double heldBackError(Kernel kernel) {
        LayerProfile first = bySplit.values().iterator().next();
        return switch (kernel) {
            case LAYER -> first.layerError();
            case PREFILL, DECODE -> first.attentionError();
            case MATRIX, VECTOR, COLLECTIVE, ITERATION, HOST -> Double.NaN;
        };
    }

    @Override
    public List<String> sources() {
        return bySplit.entrySet().stream()
                .map(entry -> source(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String source(int split, LayerProfile profile) {
        String of = (model.isEmpty() ? "" : " of " + model)
                + (device.isEmpty() ? "" : " on " + device)
                + (split == 1 ? "" : ", split " + split + " ways");
        return String.format(
                Locale.ROOT,
                "layers%s: %d measured points of %s, interpolated; error on points held back: layers %.1f %%, attention"
                        + " %.1f %%%s",
                of,
                profile.points(),
                name(),
                100 * profile.layerError(),
                100 * profile.attentionError(),
                profile.skew() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", batches of sequences of different lengths %.1f %% with a fitted skew of %.3f",
                                100 * profile.skewError(),
                                profile.skew()));
    }

    /**
     * The kernels that the measured layers consist of, to fit formulas to: matrix products from projections and the output
     * head, element-wise work from norms, rotary positions and activation functions, attention of prompts and of decodes
     * alone.
     *
     * @param shape of the model that was measured, on one device
     * @param hidden width of the residual stream
     * @throws MeasurementFailure if nothing was measured of that model on one device
     */
    public Measurements kernels(LayerShape shape, int hidden) throws MeasurementFailure {
        LayerProfile profile = layers(shape).isPresent() ? bySplit.get(1) : null;
        if (profile == null || shape.tensor() != 1) {
            throw new MeasurementFailure(
                    directory + ": holds no layers of that model on one device; name the model that" + " was measured");
        }
        double query = (double) shape.heads() * shape.headDim();
        double shared = (double) shape.kvHeads() * shape.headDim();
        double bytes = shape.weights().bytes();
        var matrices = new KernelPoints.Builder(Kernel.MATRIX, shape.weights());
        matrices(matrices, profile, "qkv_proj", query + 2 * shared, hidden);
        matrices(matrices, profile, "o_proj", hidden, query);
        matrices(matrices, profile, "gate_up_proj", 2.0 * shape.ffn(), hidden);
        matrices(matrices, profile, "down_proj", hidden, shape.ffn());
        matrices(matrices, profile, "lm_head", shape.vocab(), hidden);
        var vectors = new KernelPoints.Builder(Kernel.VECTOR, Precision.BF16);
        vectors(vectors, profile, "layernorm", 4.0 * hidden * bytes);
        vectors(vectors, profile, "rotary_emb", 2 * (query + shared) * bytes);
        vectors(vectors, profile, "act_fn", 3.0 * shape.ffn() * bytes);
        double heads = shape.heads();
        double kvHeads = shape.kvHeads();
        double width = shape.headDim();
        var prefill = new KernelPoints.Builder(Kernel.PREFILL, shape.weights());
        for (double[] point : profile.prefillPoints()) {
            prefill.add(point[2], 1.0, point[0], point[1], heads, kvHeads, width);
        }
        var decode = new KernelPoints.Builder(Kernel.DECODE, shape.weights());
        for (double[] point : profile.decodePoints()) {
            decode.add(point[2], point[0], point[1], heads, kvHeads, width);
        }
        List<KernelPoints> points = Stream.of(matrices, prefill, decode, vectors)
                .map(KernelPoints.Builder::buildByShape)
                .filter(built -> built.count() > 0)
                .toList();
        return new Measurements(device, List.of(), points, Map.of());
    }

    private static void matrices(
            KernelPoints.Builder into, LayerProfile profile, String layer, double columns, double depth) {
        profile.points(layer).forEach((rows, seconds) -> into.add(seconds, rows, columns, depth));
    }

    private static void vectors(KernelPoints.Builder into, LayerProfile profile, String layer, double bytes) {
        profile.points(layer).forEach((tokens, seconds) -> into.add(seconds, tokens * bytes));
    }

    /** The folder and the one it lies in, which is where devices and models are named. */
    private String name() {
        int names = directory.getNameCount();
        return directory.subpath(Math.max(0, names - 2), names).toString().replace('\\', '/');
    }

    /** The device that was measured, as the profile calls it; empty where it is silent. */
    public String device() {
        return device;
    }

    /** The model whose layers were measured, as the profile calls it; empty where it is silent. */
    public String model() {
        return model;
    }
}
