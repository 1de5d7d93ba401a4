/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.current;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.text.Analysis;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Of items that say nearly the same in other words, only the latest stays, in the place of the best of them.
 *
 * <p>Source: P. Rasmussen et al., <cite>Zep</cite>, 2025: facts are replaced by later ones, by their time.
 *
 * <p>Differs: sameness is the share of terms in common, not the judgement of a language model.
 */
public record CurrentAction(double alike) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        List<Found> kept = new ArrayList<>();
        List<Set<String>> terms = new ArrayList<>();
        int replaced = 0;
        try (var analysis = new Analysis()) {
            for (Found found : piped.items()) {
                Set<String> own = new HashSet<>(analysis.terms(found.piece().text()));
                int same = -1;
                for (int i = 0; i < kept.size() && same < 0; i++) {
                    same = share(own, terms.get(i)) >= alike ? i : -1;
                }
                if (same < 0) {
                    kept.add(found);
                    terms.add(own);
                } else {
                    replaced++;
                    if (found.piece().timeNanos() > kept.get(same).piece().timeNanos()) {
                        kept.set(same, found.scored(kept.get(same).score()));
                        terms.set(same, own);
                    }
                }
            }
        }
        moment.services().count("recalled items that a newer one replaced", replaced);
        return new Flow(kept, piped.rest());
    }

    private static double share(Set<String> a, Set<String> b) {
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        int all = a.size() + b.size() - common.size();
        return all == 0 ? 0 : (double) common.size() / all;
    }

    /** Makes {@code current}. */
    @Mechanism(
            name = "current",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Leaves out what a newer statement of the same kind replaced.",
            source = "Rasmussen et al. 2025, Zep: A Temporal Knowledge Graph Architecture for Agent Memory",
            params = {
                @Param(
                        name = "alike",
                        type = ParamType.RATIO,
                        byDefault = "50%",
                        min = 0,
                        max = 1,
                        doc = "The least share of terms that two items have in common.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new CurrentAction(call.number("alike"));
        }
    }
}
