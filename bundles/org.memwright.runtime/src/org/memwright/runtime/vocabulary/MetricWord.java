/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

import java.util.List;

/** A metric of the vocabulary, as {@link Metric} declares it. */
public record MetricWord(
        String name,
        String doc,
        String formula,
        String unit,
        MetricArgument argument,
        List<String> things,
        Better better) {

    public static MetricWord of(Metric m) {
        return new MetricWord(m.name(), m.doc(), m.formula(), m.unit(), m.argument(), List.of(m.things()), m.better());
    }
}
