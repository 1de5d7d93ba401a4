/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.tree;

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

/**
 * Items under items: turns under what sums up their session, these under what sums up their day.
 *
 * <p>Source: P. Sarthi et al., <cite>RAPTOR: Recursive Abstractive Processing for Tree-Organized Retrieval</cite>, 2024: all
 * levels are searched as one collection.
 *
 * <p>Assumes: a tree grows from its leaves ({@code raise}); with {@code embed: none} it is searched by terms alone.
 */
public record TreeLayout(String embed, double k1, double b) implements Layout {
    @Override
    public Memory create(String name, String tier, Services services) {
        if (embed.equals("none")) {
            return new ItemMemory(name, tier, new ItemStore(new ItemStore.Settings(0, false, k1, b)), null, services);
        }
        Embedder embedder = services.embedder(embed);
        var settings = new ItemStore.Settings(embedder.dimensions(), false, k1, b);
        return new ItemMemory(name, tier, new ItemStore(settings), embedder, services);
    }

    /** Makes {@code tree}. */
    @Mechanism(
            name = "tree",
            engines = "agent",
            kind = MechanismKind.LAYOUT,
            doc = "Items under items that sum them up.",
            source = "Sarthi et al. 2024, RAPTOR: Recursive Abstractive Processing for Tree-Organized Retrieval",
            params = {
                @Param(
                        name = "embed",
                        type = ParamType.WORD,
                        byDefault = "minilm",
                        choices = {"minilm", "hash", "none"},
                        doc = "The embedding model; none to search by terms alone."),
                @Param(
                        name = "k1",
                        type = ParamType.NUMBER,
                        byDefault = "0.9",
                        min = 0,
                        max = 10,
                        doc = "How much a term counts that comes again in one text."),
                @Param(
                        name = "b",
                        type = ParamType.RATIO,
                        byDefault = "0.4",
                        min = 0,
                        max = 1,
                        doc = "How much long texts lose against short ones.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return new TreeLayout(call.word("embed"), call.number("k1"), call.number("b"));
        }
    }
}
