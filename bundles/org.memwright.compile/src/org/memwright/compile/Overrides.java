/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller changes of an experiment without changing its text.
 *
 * @param settings new values, each replacing what the text or an axis says
 * @param workloadFile a file to read the workload from instead of what it names, or null
 * @param strict whether engines check their laws as they run
 */
public record Overrides(List<Setting> settings, @Nullable Path workloadFile, boolean strict) {
    /** Nothing changed. */
    public static final Overrides NONE = new Overrides(List.of(), null, false);

    public Overrides {
        settings = List.copyOf(settings);
    }

    /**
     * A new value for a parameter of a memory, of the serving rule or for a property of the workload.
     *
     * @param name such as {@code budget}, {@code H2O.budget} or {@code batch}
     * @param value as one writes it in the language
     */
    public record Setting(String name, String value) {
        /** @throws IllegalArgumentException where it is not NAME=VALUE */
        public static Setting parse(String text) {
            int equals = text.indexOf('=');
            if (equals <= 0 || equals == text.length() - 1) {
                throw new IllegalArgumentException(
                        "--set " + text + ": must be NAME=VALUE, such as --set budget=10% or --set H2O.budget=10%");
            }
            return new Setting(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip());
        }

        @Override
        public String toString() {
            return name + "=" + value;
        }
    }
}
