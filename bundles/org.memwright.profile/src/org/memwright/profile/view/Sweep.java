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
import java.util.OptionalDouble;
import java.util.Set;
import org.memwright.profile.Estimate;
import org.memwright.profile.ExperimentProfile;
import org.memwright.runtime.Measure;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/**
 * A measure over the values of one axis of {@code vary}.
 *
 * @param axis the axis with the most values
 * @param values as the file shows them
 * @param curves one per column and point of the other axes
 */
public record Sweep(
        String axis, List<String> values, MetricCall metric, Dimension dimension, Scale scale, List<Curve> curves) {
    public Sweep {
        values = List.copyOf(values);
        curves = List.copyOf(curves);
    }

    /**
     * One line.
     *
     * @param label the column, with the point of the other axes where there are any
     * @param estimates as many as there are values
     */
    public record Curve(String column, String label, List<Estimate> estimates) {
        public Curve {
            estimates = List.copyOf(estimates);
        }
    }

    /** One sweep per measure; none where there is no axis with two values. */
    public static List<Sweep> of(ExperimentProfile profile) {
        String axis = "";
        int most = 1;
        for (var entry : profile.axes().entrySet()) {
            if (entry.getValue().size() > most) {
                axis = entry.getKey();
                most = entry.getValue().size();
            }
        }
        List<Sweep> sweeps = new ArrayList<>();
        List<String> values = profile.axes().getOrDefault(axis, List.of());
        if (values.isEmpty()) {
            return sweeps;
        }
        for (MetricCall metric : profile.measures()) {
            var measure = profile.runs().stream()
                    .flatMap(run -> run.measure(metric).stream())
                    .findFirst();
            if (measure.isPresent()) {
                sweeps.add(sweep(profile, axis, values, measure.get()));
            }
        }
        return sweeps;
    }

    private static Sweep sweep(ExperimentProfile profile, String axis, List<String> values, Measure measure) {
        Map<String, Curve> curves = new LinkedHashMap<>();
        for (String column : profile.columns()) {
            for (Map<String, String> point : profile.points()) {
                Map<String, String> others = new LinkedHashMap<>(point);
                others.remove(axis);
                String label = others.isEmpty() ? column : column + ", " + ExperimentProfile.label(others);
                curves.computeIfAbsent(
                        label, l -> new Curve(column, l, estimates(profile, column, others, axis, values, measure)));
            }
        }
        Scale scale = Scale.of(
                measure.dimension(),
                measure.unit(),
                curves.values().stream().flatMap(c -> c.estimates().stream()).mapToDouble(Estimate::mean));
        return new Sweep(axis, values, measure.metric(), measure.dimension(), scale, List.copyOf(curves.values()));
    }

    private static List<Estimate> estimates(
            ExperimentProfile profile,
            String column,
            Map<String, String> others,
            String axis,
            List<String> values,
            Measure measure) {
        return values.stream()
                .map(value -> {
                    Map<String, String> point = new LinkedHashMap<>(others);
                    point.put(axis, value);
                    return profile.estimate(column, point, measure.metric());
                })
                .toList();
    }

    /** A value of the axis as a number in base units; empty where they are not all quantities of one dimension. */
    public OptionalDouble position(String value) {
        Set<Dimension> dimensions = new LinkedHashSet<>();
        OptionalDouble found = OptionalDouble.empty();
        for (String each : values) {
            try {
                Quantity quantity = Quantity.parse(each);
                dimensions.add(quantity.dimension());
                if (each.equals(value)) {
                    found = OptionalDouble.of(quantity.base());
                }
            } catch (IllegalArgumentException aWord) {
                return OptionalDouble.empty();
            }
        }
        return dimensions.size() == 1 ? found : OptionalDouble.empty();
    }
}
