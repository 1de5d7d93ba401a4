/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was done at a step.
 *
 * @param text without outputs and reason
 * @param outputs values by name; none where it failed
 * @param failure the reason; empty where it was done
 * @param needs texts that were needed beside what the tree declares
 * @param seconds that it took; NaN where that is not known
 */
public record Answer(String text, Map<String, String> outputs, String failure, List<String> needs, double seconds) {
    public Answer {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        needs = List.copyOf(needs);
    }

    public boolean failed() {
        return !failure.isEmpty();
    }

    /** As the log has it: the text, the outputs as lines, the reason. */
    public String lines() {
        var lines = new StringBuilder(text);
        outputs.forEach(
                (name, value) -> lines.append('\n').append(name).append(" = ").append(value));
        if (failed()) {
            lines.append("\nFailed: ").append(failure);
        }
        return lines.toString();
    }
}
