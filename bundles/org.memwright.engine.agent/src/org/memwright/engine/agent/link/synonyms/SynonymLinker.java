/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.link.synonyms;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.GraphMemory;
import org.memwright.engine.agent.program.Linker;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Joins phrases of a graph whose groups of three letters agree.
 *
 * <p>Source: B. Gutiérrez et al., <cite>HippoRAG</cite>, 2024, synonymy edges above a threshold of 0.8.
 *
 * <p>Differs: alikeness is that of letters (Dice), not of sentence vectors, so that thousands of phrases are linked in
 * a second.
 */
public record SynonymLinker(double threshold) implements Linker {
    @Override
    public void link(Memory memory, Moment moment) {
        if (!(memory instanceof GraphMemory graph)) {
            throw new IllegalArgumentException(
                    "link(synonyms): store '" + memory.name() + "' has no phrases; lay it out as triples()");
        }
        int from = graph.takeUnlinked();
        int compared = 0;
        for (int node = from; node < graph.nodes(); node++) {
            for (var other : graph.alike(graph.phrase(node), threshold).entrySet()) {
                compared++;
                if (other.getKey() < node) {
                    graph.join(node, other.getKey(), other.getValue());
                }
            }
        }
        moment.services().ledger().charge("linking of " + graph.name(), 64.0 * compared, graph.tier(), compared, 64, 0);
    }

    /** Makes {@code synonyms}. */
    @Mechanism(
            name = "synonyms",
            engines = "agent",
            kind = MechanismKind.SCORE,
            doc = "Links phrases that are written nearly alike.",
            source =
                    "Gutiérrez et al. 2024, HippoRAG; Dice 1945, Measures of the Amount of Ecologic Association Between Species",
            params = {
                @Param(
                        name = "threshold",
                        type = ParamType.RATIO,
                        byDefault = "80%",
                        min = 0,
                        max = 1,
                        doc = "The least alikeness of two phrases that are linked.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Linker> {
        @Override
        public Linker create(MechanismCall call) {
            return new SynonymLinker(call.number("threshold"));
        }
    }
}
