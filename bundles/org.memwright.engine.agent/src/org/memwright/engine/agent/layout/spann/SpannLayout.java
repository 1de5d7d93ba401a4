/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.spann;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.embed.Embedder;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Layout;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Services;
import org.memwright.engine.agent.store.ItemStore;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/** Texts whose vectors lie in lists around heads. */
record SpannLayout(String embed, String headTier, SpannIndex.Settings settings) implements Layout {
    private static final double K1 = 0.9;
    private static final double B = 0.4;

    @Override
    public Memory create(String name, String tier, Services services) {
        Embedder embedder = services.embedder(embed);
        var index = new SpannIndex(name, tier, headTier, embedder.dimensions(), settings, services.ledger());
        var store = new ItemStore(new ItemStore.Settings(embedder.dimensions(), false, K1, B));
        return new ItemMemory(name, tier, store, embedder, services, index);
    }

    /** Makes {@code spann}. */
    @Mechanism(
            name = "spann",
            engines = "agent",
            kind = MechanismKind.LAYOUT,
            doc = "Texts with vectors in lists on a drive, around heads in memory.",
            source = "Chen et al. 2021, SPANN: Highly-Efficient Billion-Scale Approximate Nearest Neighbor Search",
            params = {
                @Param(
                        name = "embed",
                        type = ParamType.WORD,
                        byDefault = "minilm",
                        choices = {"minilm", "hash"},
                        doc = "The embedding model."),
                @Param(name = "memory", type = ParamType.TIER, doc = "The tier that holds the heads."),
                @Param(
                        name = "heads",
                        type = ParamType.RATIO,
                        byDefault = "16%",
                        min = 0.0001,
                        max = 1,
                        doc = "The share of the vectors that are heads."),
                @Param(
                        name = "replicas",
                        type = ParamType.COUNT,
                        byDefault = "8",
                        min = 1,
                        max = 64,
                        doc = "The most lists that a vector stands in."),
                @Param(
                        name = "closure",
                        type = ParamType.NUMBER,
                        byDefault = "1.2",
                        min = 1,
                        max = 100,
                        doc = "How many times as far as its nearest head a vector's other heads may be."),
                @Param(
                        name = "lists",
                        type = ParamType.COUNT,
                        byDefault = "32",
                        min = 1,
                        doc = "The most lists that a query reads."),
                @Param(
                        name = "prune",
                        type = ParamType.NUMBER,
                        byDefault = "1.3",
                        min = 1,
                        max = 100,
                        doc = "How many times as far as its nearest head the heads of a query's other lists may be.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return new SpannLayout(
                    call.word("embed"),
                    call.word("memory"),
                    new SpannIndex.Settings(
                            call.number("heads"),
                            (int) call.count("replicas"),
                            call.number("closure"),
                            (int) call.count("lists"),
                            call.number("prune")));
        }
    }
}
