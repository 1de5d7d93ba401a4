/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.migrate;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemFields;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.Formula;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Moves the items of a store for which a formula holds to another, as strong and important as they are: what is used much goes
 * up, to a faster tier; keep rules with {@code else move} take it down again.
 *
 * <p>Source: Z. Li et al., <cite>MemOS: A Memory OS for AI System</cite>, 2025: memory cubes are scheduled between plaintext, activation and
 * parameter memory.
 */
public record MigrateAction(String store, String to, Formula where) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory from = moment.items(store);
        ItemMemory target = moment.items(to);
        List<Found> moved = new ArrayList<>();
        for (int number : from.store().live()) {
            if (where.value(ItemFields.of(from, number, moment.nanos())) != 0) {
                from.chargeReading(1);
                moved.add(target.take(from.found(number, 0)));
                from.remove(number);
            }
        }
        return Flow.of(moved);
    }

    /** Makes {@code migrate}. */
    @Mechanism(
            name = "migrate",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Moves items to another store where a formula holds.",
            source = "Li et al. 2025, MemOS: A Memory OS for AI System",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(name = "to", type = ParamType.STORE, doc = "The store that takes them."),
                @Param(
                        name = "where",
                        type = ParamType.FORMULA,
                        choices = {"age s", "written s", "strength", "recalls", "importance", "bytes B"},
                        doc = "What must hold of an item that is moved.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new MigrateAction(call.word("store"), call.word("to"), call.formula("where"));
        }
    }
}
