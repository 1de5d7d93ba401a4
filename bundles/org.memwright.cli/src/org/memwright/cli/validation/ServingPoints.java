/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.memwright.hardware.calibration.MeasuredTable;
import org.memwright.hardware.calibration.MeasurementFailure;
import org.memwright.profile.Distribution;
import org.memwright.profile.Percentiles;

/**
 * Measured points of serving: a table with {@code model_path, system, isl, osl, batch_size, tp_size, silicon_ttft_ms,
 * silicon_tpot_ms}, where a row is a number of requests of one length that are served at once.
 *
 * <p>Rows are replayed by the calibration of their device that the library has, from kernels alone. Rows of models that the
 * library does not have, of mixtures of experts, of engines that are split by stage or into prefill and decode, and of formats
 * that were not measured are counted and left out.
 */
final class ServingPoints implements MeasurementKind {
    private static final double SECONDS_PER_MILLI = 1e-3;

    /**
     * How many requests each client sends, one after the other: the ten that are the habit of GenAI-Perf's and other public
     * recipes, the first among them, since tables do not say.
     */
    private static final int WAVES = 10;

    /** How many of them are simulated; the last but one stands for those that are not. */
    private static final int SIMULATED = 4;

    @Override
    public String label() {
        return "serving points";
    }

    @Override
    public List<Measured> find(Path folder, List<Path> files) {
        return files.stream()
                .filter(file -> Tables.has(
                        file,
                        "model_path",
                        "system",
                        "isl",
                        "osl",
                        "batch_size",
                        "tp_size",
                        "silicon_ttft_ms",
                        "silicon_tpot_ms"))
                .<Measured>map(Points::new)
                .toList();
    }

    /** Errors of one group of rows. */
    private static final class Errors {
        private final List<Double> tpot = new ArrayList<>();
        private final List<Double> ttft = new ArrayList<>();

        void add(double predictedTtft, double measuredTtft, double predictedTpot, double measuredTpot) {
            ttft.add(predictedTtft / measuredTtft - 1);
            tpot.add(predictedTpot / measuredTpot - 1);
        }

        static double median(List<Double> errors, boolean absolute) {
            return Percentiles.of(
                    errors.stream().mapToDouble(e -> absolute ? Math.abs(e) : e).toArray(), 50);
        }
    }

    /** One table. */
    private record Points(Path path) implements Measured {
        @Override
        public void predict(Replays replays, Findings into) throws Unreplayable, MeasurementFailure {
            var all = new Errors();
            Map<String, Errors> byModel = new LinkedHashMap<>();
            Map<String, Integer> leftOut = new LinkedHashMap<>();
            int rows = 0;
            try (MeasuredTable table = MeasuredTable.open(path)) {
                while (table.next()) {
                    rows++;
                    String why = leaveOut(replays, table);
                    if (!why.isEmpty()) {
                        leftOut.merge(why, 1, Integer::sum);
                        continue;
                    }
                    try {
                        replay(replays, table, all, byModel);
                    } catch (Unreplayable refused) {
                        leftOut.merge(refused.getMessage(), 1, Integer::sum);
                    }
                }
            }
            into.error("tpot, median error of " + all.tpot.size() + " rows", Errors.median(all.tpot, true));
            into.error("ttft, median error of " + all.ttft.size() + " rows", Errors.median(all.ttft, true));
            byModel.forEach((model, errors) -> {
                into.error("tpot, " + model + " (" + errors.tpot.size() + " rows)", Errors.median(errors.tpot, true));
                into.error("ttft, " + model + " (" + errors.ttft.size() + " rows)", Errors.median(errors.ttft, true));
                into.note(String.format(
                        Locale.ROOT,
                        "%s: the median of the signed error is %+.1f%% for tpot and %+.1f%% for ttft",
                        model,
                        100 * Errors.median(errors.tpot, false),
                        100 * Errors.median(errors.ttft, false)));
            });
            into.note(all.tpot.size() + " of " + rows + " rows covered");
            leftOut.forEach((why, count) -> into.note(count + " rows left out: " + why));
        }

        private static void replay(Replays replays, MeasuredTable table, Errors all, Map<String, Errors> byModel)
                throws Unreplayable, MeasurementFailure {
            double ttft = table.positive(table.column("silicon_ttft_ms")) * SECONDS_PER_MILLI;
            double tpot = table.positive(table.column("silicon_tpot_ms")) * SECONDS_PER_MILLI;
            int requests = (int) Math.round(table.positive(table.column("batch_size")));
            Replays.Replay replay = replays.run(design(replays, table), false);
            String group = table.text(table.column("model_path")) + ", " + table.text(table.column("backend")) + " "
                    + precision(table).orElse("");
            Errors errors = byModel.computeIfAbsent(group, key -> new Errors());
            for (Errors into : List.of(all, errors)) {
                into.add(mean(closedLoopTtft(replay, requests)), ttft, mean(tpot(replay, requests)), tpot);
            }
        }

        /**
         * The ttft by wave of clients that each send their next request when their last one has ended.
         *
         * <p>All requests of the replay are there from the start and take places as they become free, so the client of a
         * request that is not of the first wave sent it when the place that it takes was left.
         */
        private static double[] closedLoopTtft(Replays.Replay replay, int clients) throws Unreplayable {
            Distribution ttft = replay.distribution("ttft");
            Distribution latency = replay.distribution("latency");
            double[] ends = new double[latency.size()];
            for (int i = 0; i < ends.length; i++) {
                ends[i] = latency.value(i);
            }
            Arrays.sort(ends);
            double[] waves = new double[SIMULATED];
            for (int i = 0; i < ends.length; i++) {
                waves[i / clients] += (ttft.value(i) - (i < clients ? 0 : ends[i - clients])) / clients;
            }
            return waves;
        }

        private static double[] tpot(Replays.Replay replay, int clients) throws Unreplayable {
            Distribution tpot = replay.distribution("tpot");
            double[] waves = new double[SIMULATED];
            for (int i = 0; i < tpot.size(); i++) {
                waves[i / clients] += tpot.value(i) / clients;
            }
            return waves;
        }

        private static double mean(double[] waves) {
            return (Arrays.stream(waves).sum() + (WAVES - SIMULATED) * waves[SIMULATED - 2]) / WAVES;
        }

        /** Why a row is not predicted; empty where it is. */
        private static String leaveOut(Replays replays, MeasuredTable table) throws MeasurementFailure {
            String model = table.text(table.column("model_path"));
            if (!table.text(table.column("mode")).equals("agg")) {
                return "prefill and decode on different devices";
            }
            if (table.text(table.column("batch_size")).isEmpty()) {
                return "no number of requests";
            }
            if (!table.text(table.column("pp_size")).matches("1?")
                    || !table.text(table.column("attention_dp_size")).matches("[01]?")) {
                return "split by stage or by request";
            }
            if (replays.findModel(model).isEmpty()) {
                return model + " is not in the library";
            }
            if (precision(table).isEmpty()) {
                return "format " + table.text(table.column("gemm_quant_mode")) + " was not measured";
            }
            return "";
        }

        /** The format of weights. */
        private static Optional<String> precision(MeasuredTable table) {
            String format = table.text(table.column("gemm_quant_mode"));
            String whole = table.text(table.column("precision"));
            return switch (format.isEmpty() ? whole : format) {
                case "", "bfloat16", "bf16", "float16" -> Optional.of("bf16");
                case "fp8" -> Optional.of("fp8");
                default -> Optional.empty();
            };
        }

        /**
         * The rules of an engine, as its documentation states them: SGLang runs prompts before it generates on, TensorRT-LLM
         * runs whole prompts beside generation, vLLM cuts prompts to what is left of an iteration. All three take 8192
         * tokens to an iteration by default where a device has so much memory, and the first two schedule ahead of the device.
         */
        private static String serving(MeasuredTable table, long requests) {
            String version = table.text(table.column("backend_version"));
            String limits = "max_running: " + requests + ", max_batched: 8192 tokens)";
            return switch (table.text(table.column("backend"))) {
                case "sglang" -> "continuous(prefill: first, host: 0 us, watermark: 0%, " + limits;
                case "trtllm" -> "continuous(prefill: mixed, host: 0 us, watermark: 0%, " + limits;
                default ->
                    "vllm(version: "
                            + (version.matches("0\\.[0-9]+.*") ? version.replaceAll("^(0\\.[0-9]+).*", "$1") : "0.19")
                            + ", " + limits;
            };
        }

        private static String design(Replays replays, MeasuredTable table) throws Unreplayable, MeasurementFailure {
            String measured = replays.calibrated(replays.hardware(table.text(table.column("system"))));
            long split = Math.round(table.positive(table.column("tp_size")));
            long requests = Math.round(table.positive(table.column("batch_size")));
            return "package replay\n"
                    + Replays.node(measured, split)
                    + "model Served extends " + replays.model(table.text(table.column("model_path"))) + " { weights "
                    + precision(table).orElse("bf16") + " }\n"
                    + "workload Load {\n  requests " + SIMULATED * requests
                    + "\n  arrival at_once()\n  prompt constant("
                    + Math.round(table.positive(table.column("isl"))) + " tokens)\n  output constant("
                    + Math.round(table.positive(table.column("osl"))) + " tokens)\n}\n"
                    + "memory Pages for kv {\n  store cache : pages(size: 16 tokens, table: block) in hbm\n"
                    + "  on full : preempt(recompute)\n}\n"
                    + "experiment Replay {\n  on Node" + (split > 1 ? "  split tensor " + split : "")
                    + "\n  model Served\n  workload Load\n  serving " + serving(table, requests) + "\n"
                    + "  compare Pages\n  measure ttft(mean), latency(mean), tpot(mean)\n}\n";
        }
    }
}
