/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.fixes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.memwright.lang.Finding;
import org.memwright.lang.ide.text.TextChange;

/**
 * Something that mends a finding.
 *
 * @param title what it does, as an imperative
 * @param finding what it mends
 * @param changes by file
 */
public record Fix(String title, Finding finding, Map<Path, List<TextChange>> changes) {
    public Fix {
        changes = Map.copyOf(changes);
    }
}
