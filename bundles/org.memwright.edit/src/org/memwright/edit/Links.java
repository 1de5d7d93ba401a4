/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.Optional;
import org.memwright.model.Hardware;
import org.memwright.model.Use;

/** What holds for every link. */
final class Links {
    private Links() {}

    /** Why two ends cannot be joined. A used hardware that is there several times can be joined to itself: node to node. */
    static Optional<Refusal> refusal(Hardware hardware, End source, End target) {
        Use within = source.use();
        boolean same = source.tier() == target.tier() && within == target.use();
        if (same && (within == null || within.getCount() < 2)) {
            return Optional.of(EditIssue.LINK_TO_ITSELF.refusal(source.tier().getName()));
        }
        return foreign(hardware, source).or(() -> foreign(hardware, target));
    }

    private static Optional<Refusal> foreign(Hardware hardware, End end) {
        Use use = end.use();
        if (use == null) {
            return Hardwares.foreign(hardware, end.tier());
        }
        return Hardwares.foreign(hardware, use).or(() -> Hardwares.foreign(use.getHardware(), end.tier()));
    }
}
