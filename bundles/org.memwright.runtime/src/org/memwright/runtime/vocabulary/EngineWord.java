/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine brings to the language.
 *
 * @param name the word after {@code for}
 * @param doc what it runs, in one sentence
 * @param events the events that {@code on} and {@code keep ... at} may name, with what they mean
 * @param workloads the properties of a workload that say it is of a kind that the engine runs, such as {@code requests}
 * @param metrics the metrics that it produces
 */
public record EngineWord(
        String name, String doc, Map<String, String> events, List<String> workloads, List<MetricWord> metrics) {

    public Optional<MetricWord> metric(String metric) {
        return metrics.stream().filter(m -> m.name().equals(metric)).findFirst();
    }
}
