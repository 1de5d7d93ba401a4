/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.properties;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Hardware;
import org.memwright.model.Link;
import org.memwright.model.Model;
import org.memwright.model.Tier;
import org.memwright.model.Workload;

/** What has properties. */
public enum PropertyOwner {
    HARDWARE("hardware"),
    COMPUTE("compute unit"),
    TIER("tier"),
    LINK("link"),
    MODEL("model"),
    WORKLOAD("workload");

    private final String label;

    PropertyOwner(String label) {
        this.label = label;
    }

    /** How a message names it. */
    public String label() {
        return label;
    }

    /** The kind of owner that a part of a model is, if it has properties. */
    public static Optional<PropertyOwner> of(EObject part) {
        return Optional.ofNullable(
                switch (part) {
                    case Hardware hardware -> HARDWARE;
                    case ComputeUnit unit -> COMPUTE;
                    case Tier tier -> TIER;
                    case Link link -> LINK;
                    case Model model -> MODEL;
                    case Workload workload -> WORKLOAD;
                    default -> null;
                });
    }
}
