/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import org.memwright.lang.scoping.QualifiedNames;
import org.memwright.model.Declaration;

/** How a plan names declarations. */
final class Names {
    private static final QualifiedNames NAMES = new QualifiedNames();

    private Names() {}

    /** Such as {@code nvidia.A100_80G}. */
    static String qualified(Declaration declaration) {
        return String.valueOf(NAMES.getFullyQualifiedName(declaration));
    }
}
