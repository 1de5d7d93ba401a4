/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.triples;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.item.Statements;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Extracts statements: those that came with the text, else each pair of names that follow each other in a sentence
 * with the words between them.
 */
public record TriplesAction(Action item) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        List<Found> items = new ArrayList<>();
        for (Found found : item.perform(piped, moment).items()) {
            Piece piece = found.piece();
            if (piece.triples().isEmpty()) {
                moment.services().method("Statements were extracted by patterns of names, without a language model.");
                piece = piece.with(Statements.of(piece.text()));
            } else {
                moment.services().method("Statements came with the data.");
            }
            items.add(Found.of(piece));
        }
        return Flow.of(items);
    }

    /** Makes {@code triples}. */
    @Mechanism(
            name = "triples",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Gives items with the statements that they make.",
            source = "Etzioni et al. 2008, Open Information Extraction from the Web",
            params = {
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What statements are taken from.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new TriplesAction(Program.items(call, "item"));
        }
    }
}
