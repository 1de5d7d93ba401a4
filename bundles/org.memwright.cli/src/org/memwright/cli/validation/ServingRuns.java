/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.memwright.hardware.calibration.MeasurementFailure;
import org.memwright.profile.Percentiles;
import org.memwright.report.json.JsonFailure;
import org.memwright.report.json.JsonNode;
import org.memwright.units.Dimension;

/**
 * Runs of a serving engine whose requests were timed one by one: {@code requests.jsonl} with
 * {@code input_toks, output_toks, queued_ts, first_token_ts, last_token_ts} in seconds, and {@code meta.json} with the
 * engine's settings. Beside them may lie measured layers and what another simulator predicted.
 */
final class ServingRuns implements MeasurementKind {
    private static final String REQUESTS = "requests.jsonl";
    private static final String META = "meta.json";
    private static final Pattern LENGTHS = Pattern.compile("\"input_toks\": *([0-9]+).*?\"output_toks\": *([0-9]+)");
    private static final double PERCENT = 100;

    @Override
    public String label() {
        return "serving run";
    }

    @Override
    public List<Measured> find(Path folder, List<Path> files) {
        boolean here = files.contains(folder.resolve(REQUESTS)) && files.contains(folder.resolve(META));
        return here ? List.of(new ServingRun(folder)) : List.of();
    }

    /** What one request took, in seconds. */
    private record Timed(double ttft, double tpot, double latency) {}

    /** One run. */
    private record ServingRun(Path path) implements Measured {
        @Override
        public void predict(Replays replays, Findings into) throws Unreplayable, MeasurementFailure {
            List<Timed> requests = requests(path.resolve(REQUESTS));
            JsonNode meta = json(path.resolve(META));
            Replays.Replay replay = replays.run(design(replays, meta), true);
            Map<String, Double> published = published();
            compare(into, replay, requests, "ttft", Timed::ttft, published);
            compare(into, replay, requests, "tpot", Timed::tpot, published);
            compare(into, replay, requests, "latency", Timed::latency, published);
            number(meta, "kv_cache", "num_gpu_blocks")
                    .ifPresent(blocks -> into.compare(
                            "blocks for keys and values", Dimension.NUMBER, replay.measure("kv_pages"), blocks));
            into.figure("simulated time", Dimension.TIME, replay.measure("makespan"));
            into.figure("time to simulate it", Dimension.TIME, replay.wallSeconds());
        }

        private String design(Replays replays, JsonNode meta) throws Unreplayable {
            boolean profiled = Files.isDirectory(path.resolve("profile"));
            String device = text(meta, "hardware", "device_name").orElse("");
            if (device.isEmpty() && profiled) {
                device = profiledDevice();
            }
            String model = replays.model(
                    text(meta, "model").orElseThrow(() -> new Unreplayable(path.resolve(META) + " names no model")));
            long split = Math.round(
                    number(meta, "engine_kwargs", "tensor_parallel_size").orElse(1.0));
            double memory = number(meta, "kv_cache", "gpu_memory_utilization")
                    .or(() -> number(meta, "resolved_config", "cache_config", "gpu_memory_utilization"))
                    .orElse(0.9);
            long page = Math.round(number(meta, "kv_cache", "block_size").orElse(16.0));
            var rules = new StringBuilder("version: ")
                    .append(text(meta, "vllm_version").orElse("0.19").replaceAll("^([0-9]+\\.[0-9]+).*", "$1"));
            rules.append(String.format(Locale.ROOT, ", memory: %s%%", Double.toString(PERCENT * memory)));
            number(meta, "engine_kwargs", "max_num_seqs")
                    .ifPresent(most -> rules.append(", max_running: ").append(Math.round(most)));
            number(meta, "engine_kwargs", "max_num_batched_tokens")
                    .ifPresent(most -> rules.append(", max_batched: ")
                            .append(Math.round(most))
                            .append(" tokens"));
            if (eager(meta)) {
                rules.append(", graphs: none");
            }
            var design = new StringBuilder("package replay\n")
                    .append("hardware Measured extends ")
                    .append(replays.hardware(device))
                    .append(" {\n");
            if (profiled) {
                design.append("  calibrate gpu from ")
                        .append(Tables.quoted(path.resolve("profile")))
                        .append('\n');
            }
            design.append("}\n");
            if (split > 1) {
                design.append("hardware Node {\n  use Measured as node[")
                        .append(split)
                        .append("]\n");
                design.append("  link fabric : node.hbm <-> node.hbm { bandwidth 32 GB/s  latency 5 us }\n}\n");
            }
            return design.append("workload Requests {\n  requests from jsonl(")
                    .append(Tables.quoted(path.resolve(REQUESTS)))
                    .append(", arrival: queued_ts, unit: s")
                    .append(contents())
                    .append(")\n}\n")
                    .append("memory Pages for kv {\n  store cache : pages(size: ")
                    .append(page)
                    .append(" tokens, table: block, share: prefix) in hbm\n  on full : preempt(recompute)\n}\n")
                    .append("experiment Replay {\n  on ")
                    .append(split > 1 ? "Node  split tensor " + split : "Measured")
                    .append("\n  model ")
                    .append(model)
                    .append("\n  workload Requests\n  serving vllm(")
                    .append(rules)
                    .append(")\n  compare Pages\n")
                    .append("  measure ttft(mean, p50, p90, p95, p99), tpot(mean, p50, p90, p95, p99),")
                    .append(" latency(mean, p50, p90, p95, p99), kv_pages, makespan, energy\n}\n")
                    .toString();
        }

        /** A file beside the run, or beside its folder, that has the token ids of the same requests. */
        private String contents() throws Unreplayable {
            List<String> lengths = lengths(path.resolve(REQUESTS));
            for (Path folder : List.of(path, path.resolveSibling("."))) {
                try (Stream<Path> files = Files.list(folder.normalize())) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".jsonl"))
                            .sorted()
                            .toList()) {
                        if (!file.endsWith(REQUESTS) && lengths(file).equals(lengths)) {
                            return ", contents: " + Tables.quoted(file);
                        }
                    }
                } catch (IOException unreadable) {
                    throw new Unreplayable(folder + " cannot be listed: " + unreadable.getMessage(), unreadable);
                }
            }
            return "";
        }

        /** Prompt and output tokens of each request; empty for what holds no such requests. */
        private static List<String> lengths(Path file) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
                return lines.filter(line -> !line.isBlank())
                        .map(LENGTHS::matcher)
                        .map(m -> m.find() ? m.group(1) + " " + m.group(2) : "")
                        .toList();
            } catch (IOException | UncheckedIOException unreadable) {
                return List.of(); // reading the requests themselves says why
            }
        }

        private String profiledDevice() {
            Path described = path.resolve("profile").resolve("meta.yaml");
            try {
                return Files.isRegularFile(described)
                        ? Files.readAllLines(described, StandardCharsets.UTF_8).stream()
                                .filter(line -> line.startsWith("gpu: "))
                                .map(line -> line.substring(5).strip())
                                .findFirst()
                                .orElse("")
                        : "";
            } catch (IOException unreadable) {
                return ""; // reading the profile itself will say so
            }
        }

        private static boolean eager(JsonNode meta) {
            return value(meta, "resolved_config", "model_config", "enforce_eager")
                    .or(() -> value(meta, "engine_kwargs", "enforce_eager"))
                    .map(JsonNode::isTrue)
                    .orElse(false);
        }

        private static void compare(
                Findings into,
                Replays.Replay replay,
                List<Timed> requests,
                String metric,
                ToDoubleFunction<Timed> of,
                Map<String, Double> published) {
            double[] measured = requests.stream().mapToDouble(of).toArray();
            double mean =
                    Arrays.stream(measured).filter(Double::isFinite).average().orElse(Double.NaN);
            String label = metric + "(mean)";
            into.compare(label, Dimension.TIME, replay.measure(label), mean, published.getOrDefault(label, Double.NaN));
            for (int percent : new int[] {50, 90, 95, 99}) {
                label = metric + "(p" + percent + ")";
                into.compare(
                        label,
                        Dimension.TIME,
                        replay.measure(label),
                        Percentiles.of(measured, percent),
                        published.getOrDefault(label, Double.NaN));
            }
        }

        /** Errors of another simulator: rows of metric, statistic, measured and simulated. */
        private Map<String, Double> published() throws Unreplayable {
            Map<String, Double> errors = new HashMap<>();
            Path file = path.resolve("other-simulator.txt");
            if (!Files.isRegularFile(file)) {
                return errors;
            }
            try {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    String[] cells = line.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
                    if (cells.length >= 4 && cells[2].matches("[0-9.]+") && cells[3].matches("[0-9.]+")) {
                        String statistic = cells[1].equals("median") ? "p50" : cells[1];
                        errors.put(
                                cells[0] + "(" + statistic + ")",
                                Double.parseDouble(cells[3]) / Double.parseDouble(cells[2]) - 1);
                    }
                }
            } catch (IOException | NumberFormatException unreadable) {
                throw new Unreplayable(file + " cannot be read: " + unreadable.getMessage(), unreadable);
            }
            return errors;
        }
    }

    private static List<Timed> requests(Path file) throws Unreplayable {
        List<Timed> requests = new ArrayList<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                JsonNode row = JsonNode.parse(line);
                double arrival = row.get("queued_ts").number();
                double first = row.get("first_token_ts").number();
                double last = row.get("last_token_ts").number();
                double tokens = row.get("output_toks").number();
                requests.add(new Timed(
                        first - arrival, tokens > 1 ? (last - first) / (tokens - 1) : Double.NaN, last - arrival));
            }
        } catch (IOException unreadable) {
            throw new Unreplayable(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (JsonFailure broken) {
            throw new Unreplayable(
                    file + ":" + number + ": " + broken.getMessage() + "; mend or delete the line", broken);
        }
        if (requests.isEmpty()) {
            throw new Unreplayable(file + ":1: holds no request");
        }
        return requests;
    }

    private static JsonNode json(Path file) throws Unreplayable {
        try {
            return JsonNode.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | JsonFailure unreadable) {
            throw new Unreplayable(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Optional<JsonNode> value(JsonNode node, String... path) {
        JsonNode at = node;
        try {
            for (String key : path) {
                if (!at.isObject() || !at.fields().containsKey(key)) {
                    return Optional.empty();
                }
                at = at.get(key);
            }
        } catch (JsonFailure absent) {
            return Optional.empty();
        }
        return at.isNull() ? Optional.empty() : Optional.of(at);
    }

    private static Optional<Double> number(JsonNode node, String... path) {
        return value(node, path).filter(JsonNode::isNumber).flatMap(found -> {
            try {
                return Optional.of(found.number());
            } catch (JsonFailure noNumber) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> text(JsonNode node, String... path) {
        return value(node, path).filter(JsonNode::isText).flatMap(found -> {
            try {
                return Optional.of(found.text());
            } catch (JsonFailure noText) {
                return Optional.empty();
            }
        });
    }
}
