/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.keywords;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * Gives the terms of the items that come most often, of equal ones the longer, then the first: stems, without stop
 * words.
 */
public record KeywordsAction(Action item, int k) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<Integer> origins = new ArrayList<>();
        try (var analysis = new Analysis()) {
            for (Found found : item.perform(piped, moment).items()) {
                analysis.terms(found.piece().text()).forEach(term -> counts.merge(term, 1, Integer::sum));
                origins.addAll(found.piece().origins());
            }
        }
        List<String> terms = new ArrayList<>(counts.keySet());
        terms.sort(Comparator.comparingInt((String term) -> -counts.getOrDefault(term, 0))
                .thenComparingInt(term -> -term.length()));
        List<Found> words = new ArrayList<>();
        for (String term : terms.subList(0, Math.min(k, terms.size()))) {
            words.add(Found.of(new Piece(term, "", moment.nanos(), moment.session(), origins, List.of())));
        }
        return Flow.of(words);
    }

    /** Makes {@code keywords}. */
    @Mechanism(
            name = "keywords",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Gives the words that a text is about.",
            source = "Luhn 1958, The Automatic Creation of Literature Abstracts",
            params = {
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What words are taken from."),
                @Param(name = "k", type = ParamType.COUNT, byDefault = "5", min = 1, doc = "How many.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new KeywordsAction(Program.items(call, "item"), (int) call.count("k"));
        }
    }
}
