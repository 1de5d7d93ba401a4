/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.fingerprints;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.Layout;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Services;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/** Visits of random walks from each node of a graph. */
record FingerprintLayout(int walks, double damping) implements Layout {
    @Override
    public Memory create(String name, String tier, Services services) {
        return new FingerprintMemory(name, tier, walks, damping, services);
    }

    /** Makes {@code fingerprints}. */
    @Mechanism(
            name = "fingerprints",
            engines = "agent",
            kind = MechanismKind.LAYOUT,
            doc = "Where short random walks from each node of a graph went.",
            source =
                    "Liu et al. 2016, PowerWalk: Scalable Personalized PageRank via Random Walks with Vertex-Centric Decomposition",
            params = {
                @Param(
                        name = "walks",
                        type = ParamType.COUNT,
                        byDefault = "100",
                        min = 1,
                        max = 100000,
                        doc = "Walks from each node."),
                @Param(
                        name = "damping",
                        type = ParamType.RATIO,
                        byDefault = "50%",
                        min = 0.01,
                        max = 0.99,
                        doc = "The probability to go on walking.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return new FingerprintLayout((int) call.count("walks"), call.number("damping"));
        }
    }
}
