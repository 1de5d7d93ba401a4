/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.keep.where;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.BitSet;
import org.memwright.engine.agent.program.ItemFields;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Selector;
import org.memwright.engine.agent.store.ItemStore;
import org.memwright.runtime.plan.Formula;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Keeps the items for which a formula over their fields holds: {@code exp(-age / (strength * 30 d)) > 0.05} forgets
 * after Ebbinghaus.
 *
 * <p>Fields: age since an item was written or last reinforced, written since it was written, strength, recalls,
 * importance, bytes.
 */
public record WhereSelector(Formula condition) implements Selector {
    @Override
    public BitSet kept(ItemMemory memory, long nanos) {
        var kept = new BitSet();
        ItemStore store = memory.store();
        for (int i = store.nextLive(0); i >= 0; i = store.nextLive(i + 1)) {
            double holds = condition.value(ItemFields.of(memory, i, nanos));
            if (holds != 0) {
                kept.set(i);
            }
        }
        return kept;
    }

    /** Makes {@code where}. */
    @Mechanism(
            name = "where",
            engines = "agent",
            kind = MechanismKind.SELECTOR,
            doc = "Keeps the items for which a formula holds.",
            source = "Ebbinghaus 1885, Über das Gedächtnis; Zhong et al. 2024, MemoryBank",
            params = {
                @Param(
                        name = "condition",
                        type = ParamType.FORMULA,
                        choices = {"age s", "written s", "strength", "recalls", "importance", "bytes B"},
                        doc = "What must hold of an item that stays.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Selector> {
        @Override
        public Selector create(MechanismCall call) {
            return new WhereSelector(call.formula("condition"));
        }
    }
}
