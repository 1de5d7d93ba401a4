/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.runtime.Bound;

/**
 * How far a run is from the least time that its bytes and operations could take.
 *
 * @param nanos what the run took
 */
public record LowerBound(String column, double nanos, Bound bound) {
    /** The bounds at a point of the grid, of the columns that report one. */
    public static List<LowerBound> of(ExperimentProfile profile, Map<String, String> point) {
        return profile.columns().stream()
                .flatMap(column -> profile.shown(column, point).stream())
                .filter(RunProfile::isComplete)
                .flatMap(run -> {
                    Bound bound = run.bound();
                    return bound == null
                            ? Stream.<LowerBound>empty()
                            : Stream.of(new LowerBound(run.column(), run.endNanos(), bound));
                })
                .toList();
    }

    /** The time that the run took, in least times; NaN where that is none. */
    public double times() {
        return bound.nanos() > 0 ? nanos / bound.nanos() : Double.NaN;
    }
}
