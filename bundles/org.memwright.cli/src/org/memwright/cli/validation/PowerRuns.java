/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.nio.file.Path;
import java.util.List;
import org.memwright.hardware.PowerLevels;
import org.memwright.hardware.calibration.MeasurementFailure;
import org.memwright.hardware.calibration.PowerLog;
import org.memwright.hardware.calibration.ServingProfile;
import org.memwright.profile.RunProfile;
import org.memwright.profile.TimeSeries;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.units.Dimension;

/**
 * Runs of a serving engine whose power was measured: a table {@code time_s, power_w}, the requests in JSON lines, what the
 * engine printed and, where they were measured, the layers of the model.
 *
 * <p>Levels of power are fitted to the first cycle of work and rest; the cycles after it are also judged alone. Both clocks
 * begin with that of the requests.
 */
final class PowerRuns implements MeasurementKind {
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String label() {
        return "power";
    }

    @Override
    public List<Measured> find(Path folder, List<Path> files) {
        List<Path> workloads = files.stream().filter(Workload::isWorkload).toList();
        if (workloads.size() != 1) {
            return List.of();
        }
        return files.stream()
                .filter(PowerLog::isPowerLog)
                .<Measured>map(log -> new PowerRun(log, workloads.getFirst(), files))
                .toList();
    }

    /** One run. */
    private record PowerRun(Path path, Path workload, List<Path> files) implements Measured {
        @Override
        public void predict(Replays replays, Findings into) throws Unreplayable, MeasurementFailure {
            PowerLog log = PowerLog.read(path);
            EngineLog engine = EngineLog.find(files);
            Replays.Replay replay = replays.run(design(replays, engine), true);
            double start = Workload.read(workload).firstSeconds();
            var predicted = new Predicted(replay.profile(), start, log.levels());
            int held = log.fitted();
            int all = log.seconds().size();
            compare(into, "", log, predicted, 0, all);
            compare(into, ", of what the fit never saw", log, predicted, held, all);
            if (engine.tokens() > 0) {
                into.compare(
                        "tokens of keys and values",
                        Dimension.NUMBER,
                        replay.measure("kv_pages") * engine.blockTokens(),
                        engine.tokens());
            }
            into.figure("energy for each token", Dimension.ENERGY, replay.measure("energy_per_token"));
            into.figure("time to simulate it", Dimension.TIME, replay.wallSeconds());
            into.note(log.sentence(path) + "; the rest is held back");
        }

        private static void compare(Findings into, String what, PowerLog log, Predicted predicted, int from, int to) {
            double energy = 0;
            double measured = 0;
            double errors = 0;
            for (int i = from; i < to; i++) {
                double at = log.seconds().get(i);
                double before =
                        i == 0 ? log.seconds().get(1) - at : at - log.seconds().get(i - 1);
                double after =
                        i + 1 == log.seconds().size() ? before : log.seconds().get(i + 1) - at;
                double seconds = (before + after) / 2;
                double watts = predicted.joules(at - before / 2, at + after / 2) / seconds;
                energy += watts * seconds;
                measured += log.watts().get(i) * seconds;
                errors += Math.abs(watts / log.watts().get(i) - 1);
            }
            if (to > from) {
                into.compare("energy" + what, Dimension.ENERGY, energy, measured);
                into.error("power by sample, mean error" + what, errors / (to - from));
            }
        }

        private Path folder() {
            Path folder = path.toAbsolutePath().normalize().getParent();
            return folder == null ? path : folder;
        }

        /** The device is the one that the folder is called like. */
        private String design(Replays replays, EngineLog engine) throws Unreplayable {
            Path profile = path.resolveSibling("profile");
            var design = new StringBuilder("package replay\nhardware Measured extends ")
                    .append(replays.hardware(String.valueOf(folder().getFileName())))
                    .append(" {\n");
            if (ServingProfile.isProfile(profile)) {
                design.append("  calibrate gpu from ")
                        .append(Tables.quoted(profile))
                        .append('\n');
            }
            return design.append("  calibrate gpu from ")
                    .append(Tables.quoted(path))
                    .append("\n}\nworkload Requests { requests from jsonl(")
                    .append(Tables.quoted(workload))
                    .append(") }\nmemory Pages for kv {\n  store cache : pages(size: ")
                    .append(engine.blockTokens())
                    .append(" tokens")
                    .append(engine.sharesPrefixes() ? ", share: prefix" : "")
                    .append(") in hbm\n  on full : preempt(recompute)\n}\nexperiment Replay {\n  on Measured  model ")
                    .append(replays.model(engine.model()))
                    .append("\n  workload Requests\n  serving vllm(version: ")
                    .append(engine.version())
                    .append(engine.eager() ? ", graphs: none" : "")
                    .append(")\n  compare Pages\n")
                    .append("  measure energy, energy_per_token, power, kv_pages, makespan, tpot(mean)\n}\n")
                    .toString();
        }
    }

    /**
     * What a replay drew by the clock of the log.
     *
     * @param start when the first request arrived
     */
    private record Predicted(TimeSeries energy, double start, double end, PowerLevels levels) {
        Predicted(RunProfile profile, double start, PowerLevels levels) {
            this(
                    profile.series().stream()
                            .filter(series -> series.kind() == SeriesKind.ENERGY)
                            .findFirst()
                            .orElseThrow(),
                    start,
                    start + profile.endNanos() / NANOS_PER_SECOND,
                    levels);
        }

        double joules(double from, double to) {
            return total(to) - total(from);
        }

        private double total(double at) {
            if (at <= start) {
                return (at - start) * levels.idleWatts();
            }
            double run = energy.grownAt(Math.round((Math.min(at, end) - start) * NANOS_PER_SECOND));
            double ready = Math.min(levels.holdSeconds(), Math.max(0, at - end));
            double rest = Math.max(0, at - end) - ready;
            return run + ready * levels.standbyWatts() + rest * levels.idleWatts();
        }
    }
}
