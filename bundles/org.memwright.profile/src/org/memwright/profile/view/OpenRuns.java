/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.units.Dimension;
import org.memwright.units.Format;

/**
 * Runs of a column that did not come to their end, and why; those with the same reason together.
 *
 * @param points labels of their points; empty without {@code vary}
 * @param runs how many runs there are
 * @param reason a sentence without its subject: {@code failed: ...}
 */
public record OpenRuns(String column, RunProfile.Outcome outcome, List<String> points, int runs, String reason) {
    private static final double NANOS_PER_SECOND = 1e9;

    public OpenRuns {
        points = List.copyOf(points);
    }

    private record Kind(String column, RunProfile.Outcome outcome, String reason) {}

    /** The runs without a result, in the order of the experiment. */
    public static List<OpenRuns> of(ExperimentProfile profile) {
        Map<Kind, Set<String>> points = new LinkedHashMap<>();
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        for (RunProfile run : profile.runs()) {
            if (!run.isComplete()) {
                var kind = new Kind(run.column(), run.outcome(), reason(run));
                Set<String> of = points.computeIfAbsent(kind, k -> new LinkedHashSet<>());
                if (!run.point().isEmpty()) {
                    of.add(ExperimentProfile.label(run.point()));
                }
                counts.merge(kind, 1, Integer::sum);
            }
        }
        List<OpenRuns> open = new ArrayList<>();
        points.forEach((kind, of) -> open.add(new OpenRuns(
                kind.column(), kind.outcome(), List.copyOf(of), counts.getOrDefault(kind, 0), kind.reason())));
        return open;
    }

    private static String reason(RunProfile run) {
        return switch (run.outcome()) {
            case FAILED -> "failed: " + run.message();
            case PARTIAL ->
                "was stopped after " + Format.of(run.endNanos() / NANOS_PER_SECOND, Dimension.TIME)
                        + " of simulated time; its charts show the part until then";
            default -> "was not run";
        };
    }

    /** Which runs: {@code KIVI}, {@code KIVI at batch 8}, {@code KIVI (12 runs)}. */
    public String subject() {
        if (runs == 1) {
            return points.isEmpty() ? column : column + " at " + points.getFirst();
        }
        return column + " (" + runs + " runs" + (points.size() == 1 ? " at " + points.getFirst() : "") + ")";
    }
}
