/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.revise;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Operation;
import org.memwright.engine.agent.program.Program;
import org.memwright.engine.agent.store.Hits;
import org.memwright.engine.agent.text.Analysis;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Writes each item in the place of the kept one that it contradicts: one about the same subject, in nearly the same words, that
 * is older. An item that says just the same again is merged into the kept one.
 *
 * <p>Source: P. Rasmussen et al., <cite>Zep</cite>, 2025: an edge whose statement a later one contradicts is invalidated by time.
 *
 * <p>Differs: the subject is the first name in the text and sameness the share of terms in common, not the judgement of a
 * language model; texts without a name contradict nothing.
 *
 * @param archive the store that gets what was replaced; empty to drop it
 */
public record ReviseAction(String store, Action item, double alike, String archive) implements Action {
    private static final int CANDIDATES = 8;

    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory memory = moment.items(store);
        List<Found> written = new ArrayList<>();
        for (Found found : item.perform(piped, moment).items()) {
            Piece piece = found.piece();
            int older = older(memory, piece);
            if (older < 0) {
                written.add(memory.add(piece, 1, 0));
                continue;
            }
            Piece before = memory.store().piece(older);
            if (memory.store().analysis().alike(piece.text(), before.text()) == 1) {
                memory.rewrite(older, before.alsoFrom(piece.origins()));
                moment.services().performed(Operation.MERGE);
                written.add(memory.found(older, 0));
                continue;
            }
            double strength = memory.store().strength(older);
            if (!archive.isEmpty()) {
                moment.items(archive).take(memory.found(older, 0));
            }
            memory.remove(older);
            written.add(memory.add(piece, strength, memory.store().importance(older)));
            moment.services().performed(Operation.UPDATE);
        }
        return Flow.of(written);
    }

    /** The kept item that the piece says otherwise or again, or -1. */
    private int older(ItemMemory memory, Piece piece) {
        List<String> names = Analysis.entities(piece.text());
        if (names.isEmpty()) {
            return -1;
        }
        Hits hits = memory.lexical(piece.text(), CANDIDATES);
        int best = -1;
        double most = alike;
        for (int number : hits.numbers()) {
            Piece other = memory.store().piece(number);
            List<String> others = Analysis.entities(other.text());
            if (!others.isEmpty()
                    && others.getFirst().equals(names.getFirst())
                    && other.timeNanos() <= piece.timeNanos()) {
                double share = memory.store().analysis().alike(piece.text(), other.text());
                if (share >= most) {
                    most = share;
                    best = number;
                }
            }
        }
        return best;
    }

    /** Makes {@code revise}. */
    @Mechanism(
            name = "revise",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Writes items in the place of kept ones that they contradict.",
            source = "Rasmussen et al. 2025, Zep: A Temporal Knowledge Graph Architecture for Agent Memory",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What is written; what comes through the pipeline where it is left out."),
                @Param(
                        name = "alike",
                        type = ParamType.RATIO,
                        byDefault = "60%",
                        min = 0,
                        max = 1,
                        doc = "The least share of terms that a statement and the one that it replaces have in common."),
                @Param(
                        name = "archive",
                        type = ParamType.STORE,
                        byDefault = Param.NONE,
                        doc = "The store that gets what was replaced; it is dropped where this is left out.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new ReviseAction(
                    call.word("store"),
                    Program.items(call, "item"),
                    call.number("alike"),
                    call.argument("archive").isPresent() ? call.word("archive") : "");
        }
    }
}
