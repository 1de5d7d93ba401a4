/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.iterate;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * Retrieves in rounds: each round asks with the question and the names that the round before brought in.
 *
 * <p>Source: Z. Yue et al., <cite>Inference Scaling for Long-Context Retrieval Augmented Generation</cite>, 2024 (iterative
 * demonstration-based RAG); H. Trivedi et al., <cite>Interleaving Retrieval with Chain-of-Thought Reasoning</cite>, 2023.
 *
 * <p>Differs: no model reasons between rounds; in place of what it would ask next stand the new names of what was found.
 *
 * @param k most items that one round adds
 */
public record IterateAction(Action by, int rounds, int k) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        Set<Piece> seen = new HashSet<>();
        List<Found> all = new ArrayList<>();
        Set<String> known = new HashSet<>(Analysis.entities(moment.subject().text()));
        Flow query = Flow.of(List.of(Found.of(moment.subject())));
        for (int round = 0; round < rounds; round++) {
            List<String> names = new ArrayList<>();
            int most = all.size() + k;
            for (Found found : by.perform(query, moment).items()) {
                if (all.size() < most && seen.add(found.piece())) {
                    all.add(found);
                    for (String name : Analysis.entities(found.piece().text())) {
                        if (known.add(name)) {
                            names.add(name);
                        }
                    }
                }
            }
            moment.services().count("rounds of retrieval", 1);
            if (names.isEmpty()) {
                break;
            }
            query = Flow.of(List.of(Found.of(Piece.of(
                    moment.subject().text() + " " + String.join(" ", names), moment.nanos(), moment.session()))));
        }
        return Flow.of(all);
    }

    /** Makes {@code iterate}. */
    @Mechanism(
            name = "iterate",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Retrieves again with the names that were found.",
            source =
                    "Yue et al. 2024, Inference Scaling for Long-Context Retrieval Augmented Generation; Trivedi et al. 2023, IRCoT",
            params = {
                @Param(name = "by", type = ParamType.ITEMS, doc = "What retrieves; its query is left out."),
                @Param(
                        name = "rounds",
                        type = ParamType.COUNT,
                        byDefault = "2",
                        min = 1,
                        max = 100,
                        doc = "How often."),
                @Param(
                        name = "k",
                        type = ParamType.COUNT,
                        byDefault = "4",
                        min = 1,
                        max = 100000,
                        doc = "The most new items of a round.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new IterateAction(Program.items(call, "by"), (int) call.count("rounds"), (int) call.count("k"));
        }
    }
}
