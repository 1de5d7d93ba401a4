/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.properties;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.memwright.hardware.Kernel;
import org.memwright.model.Calibration;
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
    MATRIX(Kernel.MATRIX),
    PREFILL(Kernel.PREFILL),
    DECODE(Kernel.DECODE),
    VECTOR(Kernel.VECTOR),
    ALL_REDUCE(Kernel.COLLECTIVE),
    HOST(Kernel.HOST),
    MODEL("model"),
    WORKLOAD("workload");

    private final String label;
    private final @Nullable Kernel kernel;

    PropertyOwner(String label) {
        this.label = label;
        this.kernel = null;
    }

    PropertyOwner(Kernel kernel) {
        this.label = "calibrated " + kernel.label();
        this.kernel = kernel;
    }

    /** The kernel whose coefficients the properties are; empty for what is no calibration. */
    public Optional<Kernel> kernel() {
        return Optional.ofNullable(kernel);
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
                    case Calibration calibration -> calibrated(calibration.getKernel());
                    case Model model -> MODEL;
                    case Workload workload -> WORKLOAD;
                    default -> null;
                });
    }

    private static @Nullable PropertyOwner calibrated(@Nullable String word) {
        for (PropertyOwner owner : values()) {
            if (owner.kernel != null && owner.kernel.word().equals(word)) {
                return owner;
            }
        }
        return null;
    }
}
