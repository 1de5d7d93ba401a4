/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.Precision;
import org.memwright.hardware.calibration.KernelPoints;
import org.memwright.hardware.calibration.MeasurementFailure;
import org.memwright.hardware.calibration.Measurements;
import org.memwright.hardware.calibration.PhaseTable;
import org.memwright.profile.Percentiles;

/**
 * Measured times of the two phases of serving: how long prompts take, and then each token, predicted from the kernels of
 * the calibrated device alone.
 *
 * <p>What the predictions lack is the host, which in engines that start every kernel one by one is as long as the device's
 * own work; {@link #overheads} gives it as points to fit.
 */
public final class PhaseTimes implements MeasurementKind {
    /** Tokens that are simulated of longer outputs, whose time per token is the same. */
    private static final int MOST_OUTPUT = 256;

    @Override
    public String label() {
        return "phases";
    }

    @Override
    public List<Measured> find(Path folder, List<Path> files) {
        return files.stream()
                .filter(PhaseTable::isPhaseTable)
                .<Measured>map(Table::new)
                .toList();
    }

    /** One table. */
    private record Table(Path path) implements Measured {
        @Override
        public void predict(Replays replays, Findings into) throws Unreplayable, MeasurementFailure {
            PhaseTable table = PhaseTable.read(path);
            for (Map.Entry<PhaseTable.Subject, List<PhaseTable.Point>> subject :
                    table.subjects().entrySet()) {
                String of = subject.getKey().toString();
                if (replays.findModel(subject.getKey().model()).isEmpty()) {
                    into.note(of + " left out: the model is not in the library");
                    continue;
                }
                String measured =
                        replays.calibrated(replays.hardware(subject.getKey().device()));
                List<Double> prompts = new ArrayList<>();
                List<Double> tokens = new ArrayList<>();
                for (PhaseTable.Point point : subject.getValue()) {
                    Replays.Replay replay = replays.run(design(replays, measured, point), false);
                    prompts.add(replay.measure("ttft(mean)") / point.promptSeconds() - 1);
                    tokens.add(replay.measure("tpot(mean)") / point.tokenSeconds() - 1);
                }
                into.error("time of prompts, median error, " + of, median(prompts, true));
                into.error("time of a token, median error, " + of, median(tokens, true));
                into.note(String.format(
                        Locale.ROOT,
                        "%s: %d loads; the median of the signed error is %+.1f%% for prompts and %+.1f%% for tokens",
                        of,
                        prompts.size(),
                        100 * median(prompts, false),
                        100 * median(tokens, false)));
            }
            into.note("device times alone, by the library's calibrated kernels: what a host adds that starts every"
                    + " kernel by itself is not in them; memwright calibrate fits it to such a table");
        }

        private static double median(List<Double> errors, boolean absolute) {
            return Percentiles.of(
                    errors.stream().mapToDouble(e -> absolute ? Math.abs(e) : e).toArray(), 50);
        }
    }

    private static String design(Replays replays, String hardware, PhaseTable.Point point) throws Unreplayable {
        return "package replay\n" + Replays.node(hardware, point.tensor())
                + "workload Load {\n  requests " + point.sequences() + "\n  arrival at_once()\n  prompt constant("
                + point.prompt() + " tokens)\n  output constant(" + Math.min(point.output(), MOST_OUTPUT)
                + " tokens)\n}\n"
                + "memory Pages for kv { store cache : pages(size: 16 tokens, table: block) in hbm }\n"
                + "experiment Replay {\n  on Node" + (point.tensor() > 1 ? "  split tensor " + point.tensor() : "")
                + "\n  model " + replays.model(point.model())
                + "\n  workload Load\n  serving continuous(prefill: first, host: 0 us, watermark: 0%, max_running: "
                + point.sequences() + ", max_batched: " + (long) point.prompt() * point.sequences() + " tokens)\n"
                + "  compare Pages\n  measure ttft(mean), tpot(mean)\n}\n";
    }

    /**
     * The time of a token by a table beside the predicted one of the device alone, as points to fit what the host adds.
     *
     * @param hardware qualified name, in the library, of what was measured; its kernels should be calibrated
     * @throws MeasurementFailure if the table says nothing of that hardware, or of no model that the library has
     */
    public static Measurements overheads(PhaseTable table, String hardware, Replays replays) throws MeasurementFailure {
        Optional<String> device = table.device(hardware);
        List<double[]> shapes = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        List<Long> groups = new ArrayList<>();
        for (PhaseTable.Point point : table.points()) {
            if (device.isEmpty()
                    || !point.device().equals(device.get())
                    || replays.findModel(point.model()).isEmpty()) {
                continue;
            }
            try {
                Replays.Replay replay = replays.run(design(replays, hardware, point), false);
                shapes.add(
                        new double[] {replays.layers(point.model()), point.sequences(), replay.measure("tpot(mean)")});
                seconds.add(point.tokenSeconds());
                groups.add(31L * point.tensor() + point.sequences());
            } catch (Unreplayable refused) {
                throw new MeasurementFailure(table.file() + ": " + refused.getMessage(), refused);
            }
        }
        if (shapes.isEmpty()) {
            throw new MeasurementFailure(table.file() + ": holds nothing of " + hardware
                    + " and a model of the library; it must name a device that is called like the hardware");
        }
        var points = new KernelPoints(
                Kernel.HOST,
                Precision.BF16,
                shapes.toArray(double[][]::new),
                seconds.stream().mapToDouble(Double::doubleValue).toArray(),
                groups.stream().mapToLong(Long::longValue).toArray());
        return new Measurements(device.orElse(""), List.of(), List.of(points), Map.of());
    }
}
