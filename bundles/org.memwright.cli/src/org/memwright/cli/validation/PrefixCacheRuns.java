/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.memwright.hardware.calibration.MeasuredTable;
import org.memwright.hardware.calibration.MeasurementFailure;
import org.memwright.profile.TimeSeries;
import org.memwright.runtime.Explanation.Input;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.units.Dimension;

/**
 * Runs of a serving engine whose prefix cache was watched: a table {@code time_s, gpu_mem_mb, prefix_hit_pct} (memory in
 * MiB, of weights and of blocks that hold anything), the requests in JSON lines, and a {@code ..config.json} that names
 * {@code model_name} and {@code hardware}. The table begins with the first request.
 */
final class PrefixCacheRuns implements MeasurementKind {
    private static final String TIME = "time_s";
    private static final String MEMORY = "gpu_mem_mb";
    private static final String HITS = "prefix_hit_pct";
    private static final double BYTES_PER_MIB = 1 << 20;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double PERCENT = 100;

    @Override
    public String label() {
        return "prefix cache run";
    }

    @Override
    public List<Measured> find(Path folder, List<Path> files) {
        List<Path> workloads = files.stream().filter(Workload::isWorkload).toList();
        if (workloads.size() != 1) {
            return List.of();
        }
        return files.stream()
                .filter(file -> Tables.has(file, TIME, MEMORY, HITS))
                .<Measured>map(table -> new PrefixCacheRun(table, workloads.getFirst(), files))
                .toList();
    }

    /** A row of the table. */
    private record Sample(double seconds, double mebibytes, double hitPercent) {}

    /** One run. */
    private record PrefixCacheRun(Path path, Path workload, List<Path> files) implements Measured {
        @Override
        public void predict(Replays replays, Findings into) throws Unreplayable, MeasurementFailure {
            List<Sample> samples = samples();
            Replays.Replay replay = replays.run(design(replays), true);
            into.comparePoints(
                    "prefix_hit_rate",
                    replay.measure("prefix_hit_rate"),
                    samples.getLast().hitPercent() / PERCENT);
            TimeSeries occupancy = replay.profile().series().stream()
                    .filter(s -> s.kind() == SeriesKind.TIER_OCCUPANCY && s.of().equals("hbm"))
                    .findFirst()
                    .orElseThrow();
            double weights = weights(replay);
            double errors = 0;
            double last = 0;
            for (Sample sample : samples) {
                double held = occupancy.at((long) (sample.seconds() * NANOS_PER_SECOND)) - occupancy.at(0);
                last = weights + held;
                errors += Math.abs(last / (sample.mebibytes() * BYTES_PER_MIB) - 1);
            }
            into.error("memory by sample, mean error", errors / samples.size());
            into.compare(
                    "memory at the end",
                    Dimension.BYTES,
                    last,
                    samples.getLast().mebibytes() * BYTES_PER_MIB);
            into.figure("time to simulate it", Dimension.TIME, replay.wallSeconds());
        }

        private static double weights(Replays.Replay replay) throws Unreplayable {
            return replay.profile().measures().stream()
                    .filter(measure -> measure.metric().name().equals("kv_pages"))
                    .map(Measure::explanation)
                    .flatMap(explanation -> explanation.inputs().stream())
                    .filter(input -> input.name().equals("weights"))
                    .mapToDouble(Input::value)
                    .findFirst()
                    .orElseThrow(() -> new Unreplayable("the replay does not say how many bytes its weights take"));
        }

        private List<Sample> samples() throws Unreplayable, MeasurementFailure {
            List<Sample> samples = new ArrayList<>();
            try (MeasuredTable table = MeasuredTable.open(path)) {
                while (table.next()) {
                    samples.add(new Sample(
                            table.number(table.column(TIME)),
                            table.positive(table.column(MEMORY)),
                            table.number(table.column(HITS))));
                }
            }
            if (samples.isEmpty()) {
                throw new Unreplayable(path + ":1: holds no sample");
            }
            return samples;
        }

        private String design(Replays replays) throws Unreplayable {
            ClusterConfig config = ClusterConfig.find(files);
            return "package replay\nhardware Measured extends "
                    + replays.hardware(config.hardware())
                    + " { }\nworkload Requests { requests from jsonl("
                    + Tables.quoted(workload)
                    + ") }\nmemory Pages for kv {\n  store cache : pages(size: 16 tokens, share: prefix) in hbm\n"
                    + "  on full : preempt(recompute)\n}\nexperiment Replay {\n  on Measured  model "
                    + replays.model(config.model())
                    + "\n  workload Requests\n  serving vllm(version: 0.11)\n  compare Pages\n"
                    + "  measure prefix_hit_rate, prefix_hit_rate(requests), kv_pages, peak(hbm), makespan\n}\n";
        }
    }
}
