/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Hardware;
import org.memwright.model.Link;
import org.memwright.model.Model;
import org.memwright.model.ModelPackage;
import org.memwright.model.Property;
import org.memwright.model.Tier;
import org.memwright.model.Workload;

/** The properties of what has some. */
final class Properties {
    private Properties() {}

    static EReference feature(EObject owner) {
        return switch (owner) {
            case Hardware hardware -> ModelPackage.Literals.HARDWARE__PROPERTIES;
            case ComputeUnit unit -> ModelPackage.Literals.COMPUTE_UNIT__PROPERTIES;
            case Tier tier -> ModelPackage.Literals.TIER__PROPERTIES;
            case Link link -> ModelPackage.Literals.LINK__PROPERTIES;
            case Model model -> ModelPackage.Literals.MODEL__PROPERTIES;
            case Workload workload -> ModelPackage.Literals.WORKLOAD__PROPERTIES;
            default ->
                throw new IllegalArgumentException("a " + Names.kind(owner)
                        + " has no properties; hardware, compute units, tiers, links, models and workloads have");
        };
    }

    @SuppressWarnings("unchecked")
    static List<Property> of(EObject owner) {
        return (List<Property>) owner.eGet(feature(owner));
    }
}
