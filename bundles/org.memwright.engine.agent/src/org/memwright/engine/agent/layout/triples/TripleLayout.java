/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.triples;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.GraphMemory;
import org.memwright.engine.agent.program.Layout;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Services;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * A graph whose nodes are phrases and whose edges are statements about two of them.
 *
 * <p>Differs: statements that come with the data are taken as they are; where there are none, they are extracted by
 * patterns of names and what stands between them, not by a language model.
 */
public record TripleLayout(boolean patterns) implements Layout {
    @Override
    public Memory create(String name, String tier, Services services) {
        return new GraphMemory(name, tier, patterns, services);
    }

    /** Makes {@code triples}. */
    @Mechanism(
            name = "triples",
            engines = "agent",
            kind = MechanismKind.LAYOUT,
            doc = "A graph of statements.",
            source =
                    "Gutiérrez et al. 2024, HippoRAG: Neurobiologically Inspired Long-Term Memory for Large Language Models",
            params = {
                @Param(
                        name = "extract",
                        type = ParamType.WORD,
                        byDefault = "openie",
                        choices = {"openie", "patterns"},
                        doc = "Statements that come with a text, where it has any; or always those found by patterns.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return new TripleLayout(call.word("extract").equals("patterns"));
        }
    }
}
