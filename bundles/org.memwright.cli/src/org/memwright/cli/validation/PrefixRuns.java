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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memwright.hardware.calibration.MeasuredTable;
import org.memwright.hardware.calibration.MeasurementFailure;
import org.memwright.units.Dimension;

/**
 * Runs with a prefix cache whose hits were measured: a table with {@code time_s, gpu_mem_mb, prefix_hit_pct} beside
 * {@code workload.jsonl} and a JSON file that names {@code model_name} and {@code hardware}.
 */
final class PrefixRuns implements MeasurementKind {
    private static final String WORKLOAD = "workload.jsonl";
    private static final double PERCENT = 100;
    private static final Pattern MODEL = Pattern.compile("\"model_name\": *\"([^\"]+)\"");
    private static final Pattern HARDWARE = Pattern.compile("\"hardware\": *\"([^\"]+)\"");

    @Override
    public String label() {
        return "prefix cache";
    }

    @Override
    public List<Measured> find(Path folder, List<Path> files) {
        if (!files.contains(folder.resolve(WORKLOAD))) {
            return List.of();
        }
        return files.stream()
                .filter(file -> Tables.has(file, "time_s", "gpu_mem_mb", "prefix_hit_pct"))
                .<Measured>map(PrefixRun::new)
                .toList();
    }

    /** One run. */
    private record PrefixRun(Path path) implements Measured {
        @Override
        public void predict(Replays replays, Findings into) throws Unreplayable, MeasurementFailure {
            Replays.Replay replay = replays.run(design(replays), true);
            double hits = Double.NaN;
            try (MeasuredTable table = MeasuredTable.open(path)) {
                while (table.next()) {
                    hits = table.number(table.column("prefix_hit_pct")) / PERCENT;
                }
            }
            into.comparePoints("hits at the end", replay.measure("prefix_hit_rate(tokens)"), hits);
            into.note("memory over time is not compared: the table counts prefixes that are kept though no request uses"
                    + " them, and the profile counts what requests use");
            into.figure("time to simulate it", Dimension.TIME, replay.wallSeconds());
        }

        private String design(Replays replays) throws Unreplayable {
            Path folder = path.resolveSibling(".").normalize();
            String text = described(folder);
            Matcher model = MODEL.matcher(text);
            Matcher hardware = HARDWARE.matcher(text);
            if (!model.find() || !hardware.find()) {
                throw new Unreplayable("no JSON file beside it names model_name and hardware");
            }
            return "package replay\nworkload Requests {\n  requests from jsonl("
                    + Tables.quoted(folder.resolve(WORKLOAD)) + ")\n"
                    + "}\n"
                    + "memory Pages for kv {\n"
                    + "  store cache : pages(size: 16 tokens, table: block,"
                    + " share: prefix) in hbm\n"
                    + "  on full : preempt(recompute)\n"
                    + "}\n"
                    + "experiment"
                    + " Replay"
                    + " {\n"
                    + "  on " + replays.hardware(hardware.group(1)) + "\n  model "
                    + replays.model(model.group(1))
                    + "\n  workload Requests\n  serving vllm(version: 0.11, graphs: none)\n  compare Pages\n"
                    + "  measure prefix_hit_rate(tokens), makespan\n}\n";
        }

        private static String described(Path folder) throws Unreplayable {
            var text = new StringBuilder();
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    text.append(Files.readString(file, StandardCharsets.UTF_8));
                }
            } catch (IOException unreadable) {
                throw new Unreplayable(folder + " cannot be read: " + unreadable.getMessage(), unreadable);
            }
            return text.toString();
        }
    }
}
