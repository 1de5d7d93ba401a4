/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.text;

import aQute.bnd.annotation.spi.ServiceProvider;
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
 * Texts in the order in which they were written, with an index of their terms.
 *
 * <p>Source: S. Robertson, H. Zaragoza, <cite>The Probabilistic Relevance Framework: BM25 and Beyond</cite>, 2009. The defaults 0.9
 * and 0.4 are those of Anserini (P. Yang, H. Fang, J. Lin, 2017).
 */
public record TextLayout(double k1, double b) implements Layout {
    @Override
    public Memory create(String name, String tier, Services services) {
        return new ItemMemory(name, tier, new ItemStore(new ItemStore.Settings(0, false, k1, b)), null, services);
    }

    /** Makes {@code text}. */
    @Mechanism(
            name = "text",
            engines = "agent",
            kind = MechanismKind.LAYOUT,
            doc = "Texts in the order in which they were written, found by their terms.",
            source = "Robertson and Zaragoza 2009, The Probabilistic Relevance Framework: BM25 and Beyond",
            params = {
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
            return new TextLayout(call.number("k1"), call.number("b"));
        }
    }
}
