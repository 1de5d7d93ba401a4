/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.descend;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;

/**
 * Goes down a tree: an item that others lie under gives these, down to those with nothing under them, with its score.
 *
 * <p>Source: P. Sarthi et al., <cite>RAPTOR</cite>, 2024, tree traversal.
 */
public record DescendAction() implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        List<Found> leaves = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Found found : piped.items()) {
            ItemMemory memory = found.memory();
            if (memory == null) {
                leaves.add(found);
            } else {
                descend(memory, found, leaves, seen);
            }
        }
        return new Flow(leaves, piped.rest());
    }

    private static void descend(ItemMemory memory, Found found, List<Found> leaves, Set<Integer> seen) {
        int[] under = memory.store().children(found.number());
        if (under.length == 0 && seen.add(found.number())) {
            leaves.add(found);
        }
        memory.chargeReading(under.length);
        for (int number : under) {
            descend(memory, memory.found(number, found.score()), leaves, seen);
        }
    }

    /** Makes {@code descend}. */
    @Mechanism(
            name = "descend",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Goes from what sums up down to what it sums up.",
            source = "Sarthi et al. 2024, RAPTOR: Recursive Abstractive Processing for Tree-Organized Retrieval",
            params = {})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new DescendAction();
        }
    }
}
