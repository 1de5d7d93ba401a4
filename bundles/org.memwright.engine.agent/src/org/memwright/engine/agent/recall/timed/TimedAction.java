/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.timed;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.text.TimeSpan;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Adds to the score of items that were written within a time that the question names: a day (8 May 2023), a month (in
 * May 2023, in May), or a year.
 *
 * <p>Differs: dates are found by their form, without a model; relative ones (last week) count from the moment of the
 * question.
 */
public record TimedAction(double by) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        List<TimeSpan> spans = TimeSpan.in(moment.subject().text(), moment.nanos());
        if (spans.isEmpty()) {
            return piped;
        }
        List<Found> items = new ArrayList<>();
        for (Found found : piped.items()) {
            long time = found.piece().timeNanos();
            boolean within = spans.stream().anyMatch(span -> span.contains(time));
            items.add(within ? found.scored(found.score() + by) : found);
        }
        return new Flow(items, piped.rest()).ranked(Integer.MAX_VALUE);
    }

    /** Makes {@code timed}. */
    @Mechanism(
            name = "timed",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Prefers what was said at the time that the question names.",
            source =
                    "Wu et al. 2024, LongMemEval: Benchmarking Chat Assistants on Long-Term Interactive Memory (time-aware retrieval)",
            params = {
                @Param(
                        name = "by",
                        type = ParamType.NUMBER,
                        byDefault = "1",
                        min = 0,
                        doc = "What is added to the score.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new TimedAction(call.number("by"));
        }
    }
}
