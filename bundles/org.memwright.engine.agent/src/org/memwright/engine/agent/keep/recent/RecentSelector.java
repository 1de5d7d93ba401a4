/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.keep.recent;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.BitSet;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Selector;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Keeps the last items.
 */
public record RecentSelector(int k) implements Selector {
    @Override
    public BitSet kept(ItemMemory memory, long nanos) {
        var kept = new BitSet();
        int left = k;
        for (int i = memory.store().previousLive(memory.store().count() - 1); i >= 0 && left > 0; left--) {
            kept.set(i);
            i = memory.store().previousLive(i - 1);
        }
        return kept;
    }

    /** Makes {@code recent}. */
    @Mechanism(
            name = "recent",
            engines = "agent",
            kind = MechanismKind.SELECTOR,
            doc = "Keeps the items written last.",
            source =
                    "Belady 1966, A Study of Replacement Algorithms for a Virtual-Storage Computer (first in, first out)",
            params = {@Param(name = "k", type = ParamType.COUNT, min = 1, doc = "How many.")})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Selector> {
        @Override
        public Selector create(MechanismCall call) {
            return new RecentSelector((int) call.count("k"));
        }
    }
}
