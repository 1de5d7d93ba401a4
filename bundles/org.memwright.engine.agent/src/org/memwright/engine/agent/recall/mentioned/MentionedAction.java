/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.mentioned;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Adds to the score of items whose speaker the question names, where it names one speaker only.
 */
public record MentionedAction(double by) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        String question = moment.subject().text().toLowerCase(Locale.ROOT);
        Set<String> named = new HashSet<>();
        for (Found found : piped.items()) {
            String speaker = found.piece().speaker();
            if (!speaker.isEmpty() && question.contains(speaker.toLowerCase(Locale.ROOT))) {
                named.add(speaker);
            }
        }
        if (named.size() != 1) {
            return piped;
        }
        List<Found> items = new ArrayList<>();
        for (Found found : piped.items()) {
            items.add(named.contains(found.piece().speaker()) ? found.scored(found.score() + by) : found);
        }
        return new Flow(items, piped.rest()).ranked(Integer.MAX_VALUE);
    }

    /** Makes {@code mentioned}. */
    @Mechanism(
            name = "mentioned",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Prefers what was said by the person that the question is about.",
            source = "Maharana et al. 2024, Evaluating Very Long-Term Conversational Memory of LLM Agents",
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
            return new MentionedAction(call.number("by"));
        }
    }
}
