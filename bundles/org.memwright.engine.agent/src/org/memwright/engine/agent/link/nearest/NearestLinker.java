/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.link.nearest;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.HashSet;
import java.util.Set;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Linker;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.store.Hits;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Links each item written since the last time with the items nearest to it, both ways.
 *
 * <p>Differs: the vectors decide, no language model is asked whether a link makes sense.
 */
public record NearestLinker(int k, double threshold, int common) implements Linker {
    @Override
    public void link(Memory memory, Moment moment) {
        if (!(memory instanceof ItemMemory items) || !items.hasVectors()) {
            throw new IllegalArgumentException("link(nearest): store '" + memory.name()
                    + "' has no vectors; lay it out as vectors(embed: minilm)");
        }
        for (int number = items.takeUnlinked(); number < items.store().count(); number++) {
            if (items.store().isLive(number)) {
                Hits near = items.nearest(items.store().piece(number).searched(), k + 1);
                for (int i = 0; i < near.count(); i++) {
                    if (near.numbers()[i] != number
                            && near.scores()[i] >= threshold
                            && haveInCommon(items, number, near.numbers()[i])) {
                        items.link(number, near.numbers()[i]);
                    }
                }
            }
        }
    }

    private boolean haveInCommon(ItemMemory items, int a, int b) {
        if (common == 0) {
            return true;
        }
        Set<String> tags = new HashSet<>(items.store().piece(a).marks().tags());
        tags.retainAll(items.store().piece(b).marks().tags());
        return tags.size() >= common;
    }

    /** Makes {@code nearest}. */
    @Mechanism(
            name = "nearest",
            engines = "agent",
            kind = MechanismKind.SCORE,
            doc = "Links each new item with those nearest in meaning.",
            source = "Xu et al. 2025, A-MEM: Agentic Memory for LLM Agents",
            params = {
                @Param(
                        name = "k",
                        type = ParamType.COUNT,
                        byDefault = "3",
                        min = 1,
                        doc = "How many items each is linked to."),
                @Param(
                        name = "threshold",
                        type = ParamType.RATIO,
                        byDefault = "30%",
                        min = 0,
                        max = 1,
                        doc = "The least cosine of two items that are linked."),
                @Param(
                        name = "common",
                        type = ParamType.COUNT,
                        byDefault = "0",
                        min = 0,
                        max = 100,
                        doc = "How many tags two notes must have in common to be linked.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Linker> {
        @Override
        public Linker create(MechanismCall call) {
            return new NearestLinker((int) call.count("k"), call.number("threshold"), (int) call.count("common"));
        }
    }
}
