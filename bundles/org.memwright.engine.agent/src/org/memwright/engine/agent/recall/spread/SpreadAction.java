/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.spread;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.store.ItemStore;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Adds to the score of each item those of its neighbours in the order of writing, within its session: an answer is
 * found by the question before it.
 *
 * <p>Source: A. Collins, E. Loftus, <cite>A Spreading-Activation Theory of Semantic Processing</cite>, 1975, over the
 * order of a dialogue.
 *
 * <p>Assumes: scores whose mean is near 0, as {@code hybrid} gives them; what is not among the items has their rest
 * score.
 */
public record SpreadAction(int reach, double decay) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        Map<ItemMemory, Map<Integer, Double>> scores = new LinkedHashMap<>();
        for (Found found : piped.items()) {
            ItemMemory memory = found.memory();
            if (memory != null) {
                scores.computeIfAbsent(memory, m -> new LinkedHashMap<>()).put(found.number(), found.score());
            }
        }
        List<Found> items = new ArrayList<>();
        scores.forEach((memory, own) -> {
            for (int number : touched(memory.store(), own.keySet())) {
                items.add(memory.found(number, score(memory.store(), number, own, piped.rest())));
            }
        });
        moment.services().ledger().charge("spreading", 4.0 * reach * items.size(), "", 0, 0, 0);
        return new Flow(items, piped.rest()).ranked(Integer.MAX_VALUE);
    }

    /** The items and their neighbours. */
    private Set<Integer> touched(ItemStore store, Set<Integer> own) {
        Set<Integer> all = new TreeSet<>(own);
        for (int number : own) {
            for (int other = number - reach; other <= number + reach; other++) {
                if (isNeighbour(store, number, other)) {
                    all.add(other);
                }
            }
        }
        return all;
    }

    private double score(ItemStore store, int number, Map<Integer, Double> own, double rest) {
        double sum = own.getOrDefault(number, rest);
        double weight = 1;
        for (int distance = 1; distance <= reach; distance++) {
            weight *= decay;
            for (int other = number - distance; other <= number + distance; other += 2 * distance) {
                if (isNeighbour(store, number, other)) {
                    sum += weight * own.getOrDefault(other, rest);
                }
            }
        }
        return sum;
    }

    private static boolean isNeighbour(ItemStore store, int number, int other) {
        return other >= 0
                && other < store.count()
                && other != number
                && store.isLive(other)
                && store.session(other) == store.session(number);
    }

    /** Makes {@code spread}. */
    @Mechanism(
            name = "spread",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Lets the turns before and after share in the score of a turn.",
            source = "Collins and Loftus 1975, A Spreading-Activation Theory of Semantic Processing",
            params = {
                @Param(
                        name = "reach",
                        type = ParamType.COUNT,
                        byDefault = "1",
                        min = 1,
                        max = 100,
                        doc = "How many items before and after."),
                @Param(
                        name = "decay",
                        type = ParamType.RATIO,
                        byDefault = "40%",
                        min = 0,
                        max = 1,
                        doc = "What is left of a score one item further.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new SpreadAction((int) call.count("reach"), call.number("decay"));
        }
    }
}
