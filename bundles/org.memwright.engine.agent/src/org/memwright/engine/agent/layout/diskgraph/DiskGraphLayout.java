/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.diskgraph;

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

/** Texts whose vectors are nodes of a graph. */
record DiskGraphLayout(String embed, String codeTier, DiskGraphIndex.Settings settings) implements Layout {
    private static final double K1 = 0.9;
    private static final double B = 0.4;

    @Override
    public Memory create(String name, String tier, Services services) {
        Embedder embedder = services.embedder(embed);
        var index = new DiskGraphIndex(name, tier, codeTier, embedder.dimensions(), settings, services.ledger());
        var store = new ItemStore(new ItemStore.Settings(embedder.dimensions(), false, K1, B));
        return new ItemMemory(name, tier, store, embedder, services, index);
    }

    /** Makes {@code disk_graph}. */
    @Mechanism(
            name = "disk_graph",
            engines = "agent",
            kind = MechanismKind.LAYOUT,
            doc = "Texts with vectors in a graph on a drive, walked by codes in memory.",
            source =
                    "Subramanya et al. 2019, DiskANN: Fast Accurate Billion-Point Nearest Neighbor Search on a Single Node",
            params = {
                @Param(
                        name = "embed",
                        type = ParamType.WORD,
                        byDefault = "minilm",
                        choices = {"minilm", "hash"},
                        doc = "The embedding model."),
                @Param(name = "memory", type = ParamType.TIER, doc = "The tier that holds the codes."),
                @Param(
                        name = "degree",
                        type = ParamType.COUNT,
                        byDefault = "32",
                        min = 2,
                        max = 512,
                        doc = "The most neighbours of a node."),
                @Param(
                        name = "candidates",
                        type = ParamType.COUNT,
                        byDefault = "50",
                        min = 1,
                        doc = "How many of the nodes seen a search keeps."),
                @Param(
                        name = "beam",
                        type = ParamType.COUNT,
                        byDefault = "4",
                        min = 1,
                        max = 64,
                        doc = "How many nodes are read at once."),
                @Param(
                        name = "codes",
                        type = ParamType.COUNT,
                        byDefault = "32",
                        min = 1,
                        doc = "Bytes of a vector's code; divides its dimensions.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return new DiskGraphLayout(
                    call.word("embed"),
                    call.word("memory"),
                    new DiskGraphIndex.Settings(
                            (int) call.count("degree"), (int) call.count("candidates"), (int) call.count("beam"), (int)
                                    call.count("codes")));
        }
    }
}
