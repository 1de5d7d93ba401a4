/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memwright.hardware.calibration.MeasurementFailure;
import org.memwright.hardware.calibration.PowerLog;
import org.memwright.profile.TimeSeries;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.units.Dimension;

/**
 * Runs whose power was measured: a table with {@code time_s, power_w} beside {@code workload.jsonl}, whose clock it shares,
 * measured layers and the log of vLLM, which says what was served and how. The levels of power are fitted to the first cycle of
 * work and rest and judged on all.
 */
final class PowerRuns implements MeasurementKind {
    private static final String WORKLOAD = "workload.jsonl";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final Pattern MODEL = Pattern.compile("model='([^']+)'");
    private static final Pattern VERSION = Pattern.compile("vLLM API server version ([0-9]+\\.[0-9]+)");
    private static final Pattern ARRIVAL = Pattern.compile("\"arrival_time_ns\": *([0-9]+)");

    @Override
    public String label() {
        return "power";
    }

    @Override
    public List<Measured> find(Path folder, List<Path> files) {
        if (!files.contains(folder.resolve(WORKLOAD))) {
            return List.of();
        }
        return files.stream()
                .filter(file -> Tables.has(file, "time_s", "power_w"))
                .<Measured>map(PowerRun::new)
                .toList();
    }

    /** One run. */
    private record PowerRun(Path path) implements Measured {
        @Override
        public void predict(Replays replays, Findings into) throws Unreplayable, MeasurementFailure {
            PowerLog log = PowerLog.read(path);
            Replays.Replay replay = replays.run(design(replays, into), true);
            TimeSeries energy = replay.profile().series().stream()
                    .filter(series -> series.kind() == SeriesKind.ENERGY)
                    .findFirst()
                    .orElseThrow(() -> new Unreplayable("the replay reports no energy over time"));
            long start = firstArrival();
            double predicted = 0;
            double measured = 0;
            double errors = 0;
            int judged = 0;
            double errorsAfter = 0;
            for (int i = 0; i < log.seconds().size(); i++) {
                long from = Math.round((log.seconds().get(i) - 0.5) * NANOS_PER_SECOND) - start;
                double watts = watts(
                        energy, from, replay.profile().endNanos(), log.levels().idleWatts());
                predicted += watts;
                measured += log.watts().get(i);
                double error = Math.abs(watts / log.watts().get(i) - 1);
                errors += error;
                if (i >= log.fitted()) {
                    errorsAfter += error;
                    judged++;
                }
            }
            into.compare("energy of the log", Dimension.ENERGY, predicted, measured);
            into.error(
                    "power, mean error of " + log.seconds().size() + " seconds",
                    errors / log.seconds().size());
            if (judged > 0) {
                into.error("power, of the " + judged + " seconds after those that were fitted", errorsAfter / judged);
            }
            into.figure("time to simulate it", Dimension.TIME, replay.wallSeconds());
        }

        /** Mean power of a second; before the first request and after the last the machine is idle. */
        private static double watts(TimeSeries energy, long from, long end, double idle) {
            long to = from + NANOS_PER_SECOND;
            double working = Math.max(0, Math.min(end, to) - Math.max(0, from));
            double drawn = working > 0 ? energy.grownAt(Math.min(end, to)) - energy.grownAt(Math.max(0, from)) : 0;
            return drawn + idle * (1 - working / NANOS_PER_SECOND);
        }

        private String design(Replays replays, Findings into) throws Unreplayable {
            Path folder = path.resolveSibling(".").normalize();
            String log = log(folder);
            Matcher model = MODEL.matcher(log);
            if (!model.find()) {
                throw new Unreplayable("no log beside it says which model was served, as vLLM's does: model='...'");
            }
            Matcher version = VERSION.matcher(log);
            String hardware = replays.hardware(String.valueOf(folder.getFileName()));
            into.note("served by the rules that its log names, on " + hardware);
            boolean profiled = Files.isDirectory(folder.resolve("profile"));
            return "package replay\nhardware Measured extends " + hardware + " {\n"
                    + (profiled ? "  calibrate gpu from " + Tables.quoted(folder.resolve("profile")) + "\n" : "")
                    + "  calibrate gpu from " + Tables.quoted(path) + "\n}\n"
                    + "workload Requests {\n  requests from jsonl(" + Tables.quoted(folder.resolve(WORKLOAD)) + ")\n}\n"
                    + "memory Pages for kv {\n  store cache : pages(size: 16 tokens, table: block) in hbm\n"
                    + "  on full : preempt(recompute)\n}\n"
                    + "experiment Replay {\n  on Measured\n  model " + replays.model(model.group(1))
                    + "\n  workload Requests\n  serving vllm(version: " + (version.find() ? version.group(1) : "0.19")
                    + (log.contains("'enforce_eager': True") ? ", graphs: none" : "")
                    + ")\n  compare Pages\n  measure energy, power, tpot(mean)\n}\n";
        }

        /** The text of the log of vLLM beside the table; empty where there is none. */
        private static String log(Path folder) throws Unreplayable {
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(txt|log)"))
                        .sorted()
                        .toList()) {
                    String text = Files.readString(file, StandardCharsets.UTF_8);
                    if (VERSION.matcher(text).find()) {
                        return text;
                    }
                }
            } catch (IOException unreadable) {
                throw new Unreplayable(folder + ": a log cannot be read: " + unreadable.getMessage(), unreadable);
            }
            return "";
        }

        private long firstArrival() throws Unreplayable {
            Path workload = path.resolveSibling(WORKLOAD);
            try (var lines = Files.lines(workload, StandardCharsets.UTF_8)) {
                Optional<Long> first = lines.map(ARRIVAL::matcher)
                        .filter(Matcher::find)
                        .map(m -> Long.valueOf(m.group(1)))
                        .min(Long::compare);
                return first.orElse(0L);
            } catch (IOException unreadable) {
                throw new Unreplayable(workload + " cannot be read: " + unreadable.getMessage(), unreadable);
            }
        }
    }
}
