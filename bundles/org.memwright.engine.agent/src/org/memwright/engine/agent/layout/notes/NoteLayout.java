/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.notes;

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
 * Notes: texts with tags and a context, found by all of these together, and linked to each other.
 *
 * <p>Source: W. Xu et al., <cite>A-MEM: Agentic Memory for LLM Agents</cite>, 2025, section on note construction: content,
 * keywords, tags and context are embedded as one text.
 */
public record NoteLayout(String embed, double k1, double b) implements Layout {
    @Override
    public Memory create(String name, String tier, Services services) {
        Embedder embedder = services.embedder(embed);
        var settings = new ItemStore.Settings(embedder.dimensions(), false, k1, b);
        return new ItemMemory(name, tier, new ItemStore(settings), embedder, services);
    }

    /** Makes {@code notes}. */
    @Mechanism(
            name = "notes",
            engines = "agent",
            kind = MechanismKind.LAYOUT,
            doc = "Notes with tags, a context and links.",
            source = "Xu et al. 2025, A-MEM: Agentic Memory for LLM Agents",
            params = {
                @Param(
                        name = "embed",
                        type = ParamType.WORD,
                        byDefault = "minilm",
                        choices = {"minilm", "hash"},
                        doc = "The embedding model: all-MiniLM-L6-v2, or random directions of terms."),
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
            return new NoteLayout(call.word("embed"), call.number("k1"), call.number("b"));
        }
    }
}
