/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.walk;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Adds items that are linked to those recalled, each with a share of the score of the item that it is linked to;
 * several hops, each with a share of the last.
 */
public record WalkAction(int hops, double decay) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        Map<ItemMemory, Map<Integer, Double>> scores = new LinkedHashMap<>();
        List<Found> others = new ArrayList<>();
        for (Found found : piped.items()) {
            ItemMemory memory = found.memory();
            if (memory == null) {
                others.add(found);
            } else {
                scores.computeIfAbsent(memory, m -> new LinkedHashMap<>())
                        .merge(found.number(), found.score(), Math::max);
            }
        }
        List<Found> reached = new ArrayList<>();
        scores.forEach((memory, own) -> {
            Map<Integer, Double> edge = new LinkedHashMap<>(own);
            for (int hop = 0; hop < hops; hop++) {
                Map<Integer, Double> next = new LinkedHashMap<>();
                edge.forEach((number, score) -> {
                    for (int other : memory.links(number)) {
                        if (memory.store().isLive(other)) {
                            next.merge(other, score * decay, Math::max);
                        }
                    }
                });
                next.forEach((number, score) -> own.merge(number, score, Math::max));
                edge = next;
            }
            memory.chargeReading(own.size());
            own.forEach((number, score) -> reached.add(memory.found(number, score)));
        });
        reached.addAll(others);
        return new Flow(reached, piped.rest()).ranked(Integer.MAX_VALUE);
    }

    /** Makes {@code walk}. */
    @Mechanism(
            name = "walk",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Follows links from what was recalled.",
            source = "Xu et al. 2025, A-MEM: Agentic Memory for LLM Agents; Collins and Loftus 1975",
            params = {
                @Param(
                        name = "hops",
                        type = ParamType.COUNT,
                        byDefault = "1",
                        min = 1,
                        max = 10,
                        doc = "How many links are followed."),
                @Param(
                        name = "decay",
                        type = ParamType.RATIO,
                        byDefault = "50%",
                        min = 0,
                        max = 1,
                        doc = "What is left of a score one link further.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new WalkAction((int) call.count("hops"), call.number("decay"));
        }
    }
}
