/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.keep.top;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.BitSet;
import org.memwright.engine.agent.program.ItemFields;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Selector;
import org.memwright.engine.agent.store.ItemStore;
import org.memwright.engine.agent.store.Ranking;
import org.memwright.runtime.plan.Formula;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Keeps so many items, those with the highest value; of equal ones the later: a capacity with a priority.
 */
public record TopSelector(int k, Formula by) implements Selector {
    @Override
    public BitSet kept(ItemMemory memory, long nanos) {
        ItemStore store = memory.store();
        var ranking = new Ranking(k);
        for (int i = store.nextLive(0); i >= 0; i = store.nextLive(i + 1)) {
            double value = by.value(ItemFields.of(memory, i, nanos));
            ranking.offer(-i, value);
        }
        var kept = new BitSet();
        for (int number : ranking.hits(0).numbers()) {
            kept.set(-number);
        }
        return kept;
    }

    /** Makes {@code top}. */
    @Mechanism(
            name = "top",
            engines = "agent",
            kind = MechanismKind.SELECTOR,
            doc = "Keeps the items with the highest value of a formula.",
            source = "Park et al. 2023, Generative Agents: Interactive Simulacra of Human Behavior",
            params = {
                @Param(name = "k", type = ParamType.COUNT, min = 1, doc = "How many."),
                @Param(
                        name = "by",
                        type = ParamType.FORMULA,
                        byDefault = "strength",
                        choices = {"age s", "written s", "strength", "recalls", "importance", "bytes B"},
                        doc = "What ranks them.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Selector> {
        @Override
        public Selector create(MechanismCall call) {
            return new TopSelector((int) call.count("k"), call.formula("by"));
        }
    }
}
