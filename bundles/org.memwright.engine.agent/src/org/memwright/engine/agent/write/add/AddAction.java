/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.add;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.GraphMemory;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.engine.agent.store.Hits;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Writes each item to a store, with a strength and an importance.
 *
 * <p>Source: W. Zhong et al., <cite>MemoryBank</cite>, 2024: a memory begins with strength 1.
 */
public record AddAction(String store, Action item, double strength, double importance, double distinct)
        implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        Memory target = moment.memories().get(store);
        if (target instanceof GraphMemory graph) {
            Flow flow = item.perform(piped, moment);
            flow.items().forEach(found -> graph.add(found.piece()));
            return flow;
        }
        ItemMemory memory = moment.items(store);
        List<Found> written = new ArrayList<>();
        for (Found found : item.perform(piped, moment).items()) {
            Piece piece = found.piece();
            if (piece.text().isBlank()) {
                continue;
            }
            if (distinct > 0 && isKnown(memory, piece)) {
                moment.services().count("duplicates not written", 1);
                continue;
            }
            written.add(memory.add(piece, strength, importance));
        }
        return Flow.of(written);
    }

    /** By cosine where there are vectors, else by the share of terms in common. */
    private boolean isKnown(ItemMemory memory, Piece piece) {
        if (memory.hasVectors()) {
            Hits near = memory.nearest(piece.spoken(), 1);
            return near.count() > 0 && near.scores()[0] >= distinct;
        }
        Hits alike = memory.lexical(piece.spoken(), 1);
        if (alike.count() == 0) {
            return false;
        }
        String known = memory.store().piece(alike.numbers()[0]).spoken();
        return memory.store().analysis().alike(piece.spoken(), known) >= distinct;
    }

    /** Makes {@code add}. */
    @Mechanism(
            name = "add",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Writes items to a store.",
            source = "Zhong et al. 2024, MemoryBank: Enhancing Large Language Models with Long-Term Memory",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What is written; what comes through the pipeline where it is left out."),
                @Param(
                        name = "strength",
                        type = ParamType.NUMBER,
                        byDefault = "1",
                        min = 0,
                        doc = "How slowly it fades."),
                @Param(
                        name = "importance",
                        type = ParamType.NUMBER,
                        byDefault = "0",
                        doc = "How much it matters, for keep rules."),
                @Param(
                        name = "distinct",
                        type = ParamType.RATIO,
                        byDefault = "0",
                        min = 0,
                        max = 1,
                        doc = "Items at least this alike to a kept one are not written again; 0 writes all.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new AddAction(
                    call.word("store"),
                    Program.items(call, "item"),
                    call.number("strength"),
                    call.number("importance"),
                    call.number("distinct"));
        }
    }
}
