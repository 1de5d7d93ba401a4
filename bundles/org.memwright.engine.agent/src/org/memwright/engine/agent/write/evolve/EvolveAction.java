/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.evolve;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.memwright.engine.agent.item.Marks;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Operation;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Lets new notes rewrite their neighbours: each note that one is linked to takes over tags that it does not have, and the
 * text of the new one as its context. It is found by these from then on.
 *
 * <p>Source: W. Xu et al., <cite>A-MEM: Agentic Memory for LLM Agents</cite>, 2025, memory evolution.
 *
 * <p>Differs: what is taken over follows from the tags, no language model decides it; a note keeps at most {@code most} tags.
 */
public record EvolveAction(String store, Action item, int tags, int most, boolean context) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory memory = moment.items(store);
        Flow flow = item.perform(piped, moment);
        for (Found found : flow.items()) {
            if (memory.equals(found.memory())) {
                for (int neighbour : memory.links(found.number())) {
                    evolve(memory, neighbour, found.piece());
                }
            }
        }
        return flow;
    }

    private void evolve(ItemMemory memory, int number, Piece news) {
        Piece before = memory.store().piece(number);
        Set<String> has = new LinkedHashSet<>(before.marks().tags());
        int room = Math.min(tags, most - has.size());
        for (String tag : news.marks().tags()) {
            room -= room > 0 && has.add(tag) ? 1 : 0;
        }
        Marks after = new Marks(
                List.copyOf(has), context ? news.text() : before.marks().context());
        if (!after.equals(before.marks())) {
            memory.rewrite(number, before.marked(after));
            memory.services().performed(Operation.UPDATE);
        }
    }

    /** Makes {@code evolve}. */
    @Mechanism(
            name = "evolve",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Lets new notes rewrite those that they are linked to.",
            source = "Xu et al. 2025, A-MEM: Agentic Memory for LLM Agents",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "The new notes; what comes through the pipeline where it is left out."),
                @Param(
                        name = "tags",
                        type = ParamType.COUNT,
                        byDefault = "2",
                        min = 0,
                        max = 100,
                        doc = "How many tags a neighbour takes over from one note."),
                @Param(
                        name = "most",
                        type = ParamType.COUNT,
                        byDefault = "12",
                        min = 1,
                        max = 1000,
                        doc = "The most tags that a note has."),
                @Param(
                        name = "context",
                        type = ParamType.WORD,
                        byDefault = "take",
                        choices = {"take", "leave"},
                        doc = "Whether the text of the new note becomes the context of its neighbours.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new EvolveAction(
                    call.word("store"),
                    Program.items(call, "item"),
                    (int) call.count("tags"),
                    (int) call.count("most"),
                    call.word("context").equals("take"));
        }
    }
}
