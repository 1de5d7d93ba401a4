/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.names;

import java.util.List;
import org.memwright.lang.ide.text.Location;
import org.memwright.model.Named;

/**
 * A place where something is declared or named.
 *
 * @param targets what is named there; several where it depends on which experiment is run
 * @param declares whether it is declared there, first or again in a declaration that extends the first
 */
public record Occurrence(Location location, List<Named> targets, boolean declares) {
    public Occurrence {
        targets = List.copyOf(targets);
    }
}
