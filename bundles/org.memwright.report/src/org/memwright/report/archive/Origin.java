/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.archive;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a run comes from.
 *
 * @param file the file that the experiment stands in, relative to the project, with {@code /}
 * @param started when it began
 * @param elapsedNanos how long it took
 * @param version of Memwright
 * @param designs text of every file that the experiment needs, by its name relative to the project, with {@code /}
 */
public record Origin(String file, Instant started, long elapsedNanos, String version, Map<String, String> designs) {
    public Origin {
        designs = Collections.unmodifiableMap(new LinkedHashMap<>(designs));
    }
}
