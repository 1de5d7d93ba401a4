/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.nio.file.Path;
import java.util.List;

/** A sort of measurement, and how it is predicted. */
interface MeasurementKind {
    /** How reports call it. */
    String label();

    /**
     * The measurements of this kind that a folder itself holds, not those of its folders.
     *
     * @param files of the folder, sorted
     */
    List<Measured> find(Path folder, List<Path> files);
}
