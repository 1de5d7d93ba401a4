/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.merge;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Adds to a store those items that it does not hold yet: a profile that grows by what is new. What it holds already is not
 * written again, but is known to come from these turns as well.
 *
 * <p>Differs: no language model rewrites the profile; what was said stays as it was said first.
 *
 * @param alike the least share of terms in common of two items that say the same; 1 for the same text
 */
public record MergeAction(String store, Action item, double alike) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory memory = moment.items(store);
        Map<String, Integer> known = new HashMap<>();
        if (alike >= 1) {
            memory.chargeReading(memory.store().liveCount());
            for (int number : memory.store().live()) {
                known.putIfAbsent(memory.store().piece(number).spoken(), number);
            }
        }
        List<Found> written = new ArrayList<>();
        for (Found found : item.perform(piped, moment).items()) {
            Piece piece = found.piece();
            int same = alike >= 1 ? known.getOrDefault(piece.spoken(), -1) : closest(memory, piece);
            if (same < 0) {
                Found added = memory.add(piece, 1, 0);
                known.put(piece.spoken(), added.number());
                written.add(added);
            } else {
                Piece before = memory.store().piece(same);
                Piece joined = before.alsoFrom(piece.origins());
                if (!joined.equals(before)) {
                    memory.rewrite(same, joined);
                }
                moment.services().performed(Operation.MERGE);
            }
        }
        return Flow.of(written);
    }

    private int closest(ItemMemory memory, Piece piece) {
        for (int number : memory.lexical(piece.spoken(), 1).numbers()) {
            if (memory.store()
                            .analysis()
                            .alike(piece.spoken(), memory.store().piece(number).spoken())
                    >= alike) {
                return number;
            }
        }
        return -1;
    }

    /** Makes {@code merge}. */
    @Mechanism(
            name = "merge",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Writes items to a store that are not in it yet.",
            source =
                    "Luhn 1958, The Automatic Creation of Literature Abstracts; Liu et al. 2023, Think-in-Memory (merging)",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What is merged; what comes through the pipeline where it is left out."),
                @Param(
                        name = "alike",
                        type = ParamType.RATIO,
                        byDefault = "1",
                        min = 0,
                        max = 1,
                        doc = "The least share of terms in common of two items that say the same; 1 for the same text.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new MergeAction(call.word("store"), Program.items(call, "item"), call.number("alike"));
        }
    }
}
