/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.raise;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Writes one item that sums up others and lays these under it: one level of a tree more. Items that lie under another already
 * stay there.
 *
 * <p>Source: P. Sarthi et al., <cite>RAPTOR</cite>, 2024.
 */
public record RaiseAction(String store, Action item, Action over) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory memory = moment.items(store);
        List<Integer> under = new ArrayList<>();
        for (Found found : over.perform(piped, moment).items()) {
            if (memory.equals(found.memory()) && memory.store().parent(found.number()) < 0) {
                under.add(found.number());
            }
        }
        var text = new StringBuilder();
        Set<Integer> origins = new LinkedHashSet<>();
        for (Found found : item.perform(piped, moment).items()) {
            text.append(text.isEmpty() ? "" : "\n").append(found.piece().spoken());
            origins.addAll(found.piece().origins());
        }
        if (text.isEmpty() || under.isEmpty()) {
            return Flow.EMPTY;
        }
        var piece = new Piece(text.toString(), "", moment.nanos(), moment.session(), List.copyOf(origins), List.of());
        Found written = memory.add(piece, 1, 0);
        under.forEach(number -> memory.parent(number, written.number()));
        return Flow.of(List.of(written));
    }

    /** Makes {@code raise}. */
    @Mechanism(
            name = "raise",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Writes an item that sums up others, above them in a tree.",
            source = "Sarthi et al. 2024, RAPTOR: Recursive Abstractive Processing for Tree-Organized Retrieval",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(name = "item", type = ParamType.ITEMS, doc = "What sums them up."),
                @Param(name = "over", type = ParamType.ITEMS, doc = "What lies under it.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new RaiseAction(call.word("store"), Program.items(call, "item"), Program.items(call, "over"));
        }
    }
}
