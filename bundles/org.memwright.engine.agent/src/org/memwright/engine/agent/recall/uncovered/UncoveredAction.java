/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.uncovered;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.HashSet;
import java.util.Set;
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
 * Lets a query through only where what is at hand does not cover it: a controller that decides whether to look further.
 *
 * <p>Source: B. Wang et al., <cite>Enhancing Large Language Model with Self-Controlled Memory Framework</cite>, 2023: a controller asks whether memories must be
 * activated; G. Zhang et al., <cite>MemGen</cite>, 2025: a trigger decides when memory is woven in.
 *
 * <p>Differs: the share of the query's terms that stand in what is at hand decides, no language model and no trained trigger.
 */
public record UncoveredAction(Action query, Action by, double most) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        Flow asked = query.perform(piped, moment);
        try (var analysis = new Analysis()) {
            Set<String> terms = new HashSet<>(analysis.terms(asked.text()));
            int all = terms.size();
            for (Found found : by.perform(Flow.EMPTY, moment).items()) {
                analysis.terms(found.piece().spoken()).forEach(terms::remove);
            }
            boolean covered = all > 0 && 1 - (double) terms.size() / all > most;
            moment.services()
                    .count(covered ? "queries that what was at hand covered" : "queries that needed memories", 1);
            return covered ? Flow.EMPTY : asked;
        }
    }

    /** Makes {@code uncovered}. */
    @Mechanism(
            name = "uncovered",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Lets a query through where what is at hand does not cover it.",
            source =
                    "Wang et al. 2023, Enhancing Large Language Model with Self-Controlled Memory Framework; Zhang et al. 2025, MemGen",
            params = {
                @Param(
                        name = "query",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "The query; what comes through the pipeline where it is left out."),
                @Param(name = "by", type = ParamType.ITEMS, doc = "What is at hand."),
                @Param(
                        name = "most",
                        type = ParamType.RATIO,
                        byDefault = "50%",
                        min = 0,
                        max = 1,
                        doc = "A query with a greater share of its terms at hand is covered.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new UncoveredAction(Program.items(call, "query"), Program.items(call, "by"), call.number("most"));
        }
    }
}
