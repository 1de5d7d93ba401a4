/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.model.Component;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Hardware;
import org.memwright.model.Link;
import org.memwright.model.ModelPackage;
import org.memwright.model.Tier;
import org.memwright.model.Use;

/** Where parts of a hardware are written: uses first, then compute units, tiers and links. */
final class Hardwares {
    private static final List<Class<? extends Component>> ORDER =
            List.of(Use.class, ComputeUnit.class, Tier.class, Link.class);

    private Hardwares() {}

    /** Adds a part behind the last one of its kind, or behind the kinds that are written before it. */
    static AddElement add(Hardware hardware, Component part) {
        List<Component> parts = hardware.getComponents();
        int index = parts.size();
        while (index > 0 && rank(parts.get(index - 1)) > rank(part)) {
            index--;
        }
        return new AddElement(hardware, ModelPackage.Literals.HARDWARE__COMPONENTS, index, part);
    }

    private static int rank(Component part) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (ORDER.get(i).isInstance(part)) {
                return i;
            }
        }
        return ORDER.size();
    }

    /** Why a part cannot refer to another: it belongs to a hardware that is neither this one nor extended by it. */
    static Optional<Refusal> foreign(Hardware hardware, @Nullable Component part) {
        if (part == null) {
            return Optional.empty();
        }
        Hardware at = hardware;
        for (int depth = 0; at != null && depth < 1000; depth++) {
            if (part.eContainer() == at) {
                return Optional.empty();
            }
            at = at.getParent();
        }
        return Optional.of(EditIssue.FOREIGN.refusal(part.getName(), Names.of(part.eContainer()), Names.of(hardware)));
    }
}
