/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.nio.file.Path;
import java.util.List;
import org.memwright.engine.kv.prefix.EvictionOrder;
import org.memwright.engine.kv.prefix.PrefixIndex;
import org.memwright.engine.kv.workload.RequestWorkload;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.hardware.calibration.MeasuredTable;
import org.memwright.hardware.calibration.MeasurementFailure;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.ExperimentPlan;

/**
 * Hit ratios of a prefix cache by capacity, computed by somebody else over a trace of block hashes: a table with
 * {@code trace, capacity_blocks(0=infinite), block_prefix_hit_ratio, token_prefix_hit_ratio}, beside the traces that it names.
 */
final class PrefixReferences implements MeasurementKind {
    private static final String TRACE = "trace";
    private static final String CAPACITY = "capacity_blocks(0=infinite)";
    private static final String BLOCKS = "block_prefix_hit_ratio";
    private static final String TOKENS = "token_prefix_hit_ratio";

    @Override
    public String label() {
        return "prefix cache reference";
    }

    @Override
    public List<Measured> find(Path folder, List<Path> files) {
        return files.stream()
                .filter(file -> Tables.has(file, TRACE, CAPACITY, BLOCKS, TOKENS))
                .<Measured>map(Reference::new)
                .toList();
    }

    /** One table. */
    private record Reference(Path path) implements Measured {
        @Override
        public void predict(Replays replays, Findings into) throws Unreplayable, MeasurementFailure {
            int rows = 0;
            double worst = 0;
            String of = "";
            Requests requests = null;
            try (MeasuredTable table = MeasuredTable.open(path)) {
                while (table.next()) {
                    String trace = table.text(table.column(TRACE));
                    Path file = path.resolveSibling(trace);
                    if (!file.toFile().isFile()) {
                        into.note(trace + " is not here: its rows were not replayed");
                        continue;
                    }
                    if (requests == null || !of.equals(trace)) {
                        requests = requests(replays, file);
                        of = trace;
                    }
                    int capacity = (int) table.number(table.column(CAPACITY));
                    var index = new PrefixIndex(
                            capacity == 0 ? Integer.MAX_VALUE : capacity,
                            requests.recordedBlockTokens(),
                            EvictionOrder.ROOT_FIRST);
                    index.replay(requests);
                    String room = trace + ", room for " + (capacity == 0 ? "all blocks" : capacity + " blocks");
                    double blocks = table.number(table.column(BLOCKS));
                    double tokens = table.number(table.column(TOKENS));
                    into.comparePoints(room + ": hits by blocks", index.blockHitRatio(), blocks);
                    into.comparePoints(room + ": hits by tokens", index.tokenHitRatio(), tokens);
                    worst = Math.max(worst, Math.abs(index.blockHitRatio() - blocks));
                    worst = Math.max(worst, Math.abs(index.tokenHitRatio() - tokens));
                    rows++;
                }
            }
            into.note(rows + " rows; the greatest difference of a ratio is " + worst
                    + " (the reference is written with six decimals)");
        }

        private static Requests requests(Replays replays, Path trace) throws Unreplayable {
            ExperimentPlan plan = replays.plan("package replay\nworkload Trace { requests from mooncake("
                    + Tables.quoted(trace) + ") }\n"
                    + "memory Pages for kv { store cache : pages(size: 512 tokens, table:"
                    + " block, share: prefix) in hbm }\n"
                    + "experiment Replay {\n"
                    + "  on memwright.hardware.A100_80G  model memwright.models.Llama3_1_8B\n"
                    + "  workload Trace  compare Pages  measure prefix_hit_rate\n"
                    + "}\n");
            try {
                return RequestWorkload.of(plan.runs().getFirst().workload(), 1);
            } catch (RunFailure unreadable) {
                throw new Unreplayable(String.valueOf(unreadable.getMessage()), unreadable);
            }
        }
    }
}
