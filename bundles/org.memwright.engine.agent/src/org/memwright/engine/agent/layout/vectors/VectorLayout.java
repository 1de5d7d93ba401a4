/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.vectors;

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
 * Texts with vectors of their meaning beside the index of their terms.
 *
 * <p>Source: N. Reimers, I. Gurevych, <cite>Sentence-BERT</cite>, 2019; for {@code index: hnsw}, Y. Malkov, D. Yashunin, 2018.
 *
 * @param embed the embedding model
 * @param graph vectors are searched by a graph of neighbours, approximately
 */
public record VectorLayout(String embed, boolean graph, double k1, double b) implements Layout {
    @Override
    public Memory create(String name, String tier, Services services) {
        Embedder embedder = services.embedder(embed);
        var settings = new ItemStore.Settings(embedder.dimensions(), graph, k1, b);
        return new ItemMemory(name, tier, new ItemStore(settings), embedder, services);
    }

    /** Makes {@code vectors}. */
    @Mechanism(
            name = "vectors",
            engines = "agent",
            kind = MechanismKind.LAYOUT,
            doc = "Texts with vectors of their meaning, found by these and by their terms.",
            source = "Reimers and Gurevych 2019, Sentence-BERT; Malkov and Yashunin 2018, HNSW",
            params = {
                @Param(
                        name = "embed",
                        type = ParamType.WORD,
                        byDefault = "minilm",
                        choices = {"minilm", "hash"},
                        doc = "The embedding model: all-MiniLM-L6-v2, or random directions of terms."),
                @Param(
                        name = "index",
                        type = ParamType.WORD,
                        byDefault = "exact",
                        choices = {"exact", "hnsw"},
                        doc = "Whether all vectors are compared or a graph of neighbours is walked."),
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
            return new VectorLayout(
                    call.word("embed"), call.word("index").equals("hnsw"), call.number("k1"), call.number("b"));
        }
    }
}
