/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.memwright.profile.Ceiling;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.runtime.RunSink.Operation;

/**
 * How near each operation of a run came to what its compute unit and tier can do.
 *
 * <p>Source: S. Williams, A. Waterman and D. Patterson, <cite>Roofline</cite>, 2009.
 *
 * @param ceilings those that an operation of the run is under
 */
public record Roofline(String column, List<Ceiling> ceilings, List<Point> points) {
    private static final double NANOS_PER_SECOND = 1e9;

    public Roofline {
        ceilings = List.copyOf(ceilings);
        points = List.copyOf(points);
    }

    /**
     * One operation.
     *
     * @param intensity operations per byte
     * @param achieved operations per second
     * @param attainable the lower of its peak and of intensity x bandwidth; NaN where the hardware has no such peak
     * @param share of the time of all operations of the run
     */
    public record Point(Operation operation, double intensity, double achieved, double attainable, double share) {}

    /** The rooflines at a point of the grid, of the columns that report operations. */
    public static List<Roofline> of(ExperimentProfile profile, Map<String, String> point) {
        return profile.columns().stream()
                .flatMap(column -> profile.shown(column, point).stream())
                .map(Roofline::of)
                .filter(roofline -> !roofline.points().isEmpty())
                .toList();
    }

    private static Roofline of(RunProfile run) {
        double all = run.operations().stream().mapToDouble(Operation::nanos).sum();
        // What has no operations or moves no bytes has no place in the plane.
        List<Point> points = run.operations().stream()
                .filter(o -> o.operations() > 0 && o.bytes() > 0 && o.nanos() > 0)
                .map(o -> point(o, run.ceilings(), all))
                .toList();
        List<Ceiling> ceilings = run.ceilings().stream()
                .filter(c -> points.stream().anyMatch(p -> isAbove(c, p.operation())))
                .toList();
        return new Roofline(run.column(), ceilings, points);
    }

    private static Point point(Operation operation, List<Ceiling> ceilings, double allNanos) {
        double intensity = operation.operations() / operation.bytes();
        double peak = rate(ceilings, Ceiling.Kind.COMPUTE, operation);
        double bandwidth = rate(ceilings, Ceiling.Kind.BANDWIDTH, operation);
        return new Point(
                operation,
                intensity,
                operation.operations() / (operation.nanos() / NANOS_PER_SECOND),
                Math.min(peak, intensity * bandwidth),
                operation.nanos() / allNanos);
    }

    private static double rate(List<Ceiling> ceilings, Ceiling.Kind kind, Operation operation) {
        Stream<Ceiling> above = ceilings.stream().filter(c -> c.kind() == kind && isAbove(c, operation));
        return above.mapToDouble(Ceiling::perSecond).max().orElse(Double.NaN);
    }

    private static boolean isAbove(Ceiling ceiling, Operation operation) {
        return switch (ceiling.kind()) {
            case COMPUTE ->
                ceiling.name().equals(operation.unit()) && ceiling.precision().equals(operation.precision());
            case BANDWIDTH -> ceiling.name().equals(operation.tier());
        };
    }
}
