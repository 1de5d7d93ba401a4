/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.entities;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.engine.agent.text.Analysis;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Gives each name in the items: runs of capitalised words, and years.
 *
 * <p>Differs: by letters alone, without a model; names in lower case are not found.
 */
public record EntitiesAction(Action item) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        List<Found> names = new ArrayList<>();
        for (Found found : item.perform(piped, moment).items()) {
            Piece piece = found.piece();
            for (String name : Analysis.entities(piece.text())) {
                names.add(
                        Found.of(new Piece(name, "", piece.timeNanos(), piece.session(), piece.origins(), List.of())));
            }
        }
        return Flow.of(names);
    }

    /** Makes {@code entities}. */
    @Mechanism(
            name = "entities",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Gives the names in a text.",
            source = "Tjong Kim Sang and De Meulder 2003, Introduction to the CoNLL-2003 Shared Task",
            params = {
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What names are taken from.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new EntitiesAction(Program.items(call, "item"));
        }
    }
}
