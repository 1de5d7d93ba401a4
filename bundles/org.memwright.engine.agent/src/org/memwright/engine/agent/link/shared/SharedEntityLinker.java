/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.link.shared;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.List;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Linker;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.text.Analysis;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Links each item written since the last time with the last items that have a name in common with it.
 */
public record SharedEntityLinker(int most) implements Linker {
    @Override
    public void link(Memory memory, Moment moment) {
        if (!(memory instanceof ItemMemory items)) {
            throw new IllegalArgumentException("link(shared): store '" + memory.name() + "' keeps no texts");
        }
        for (int number = items.takeUnlinked(); number < items.store().count(); number++) {
            for (String name : Analysis.entities(items.store().piece(number).text())) {
                List<Integer> with = items.named(name);
                for (int i = with.size() - 1; i >= Math.max(0, with.size() - most); i--) {
                    if (items.store().isLive(with.get(i))) {
                        items.link(number, with.get(i));
                    }
                }
                items.name(name, number);
            }
        }
    }

    /** Makes {@code shared}. */
    @Mechanism(
            name = "shared",
            engines = "agent",
            kind = MechanismKind.SCORE,
            doc = "Links items that name the same thing.",
            source = "Edge et al. 2024, From Local to Global: A Graph RAG Approach to Query-Focused Summarization",
            params = {
                @Param(
                        name = "most",
                        type = ParamType.COUNT,
                        byDefault = "3",
                        min = 1,
                        doc = "How many items are linked for each name.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Linker> {
        @Override
        public Linker create(MechanismCall call) {
            return new SharedEntityLinker((int) call.count("most"));
        }
    }
}
