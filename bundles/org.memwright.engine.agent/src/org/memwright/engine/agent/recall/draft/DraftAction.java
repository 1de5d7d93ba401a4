/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.draft;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.LinkedHashSet;
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
 * Drafts clues: what the memory of all has on a question becomes the terms that the passages are asked with.
 *
 * <p>Source: H. Qian et al., <cite>MemoRAG: Moving towards Next-Gen RAG Via Memory-Inspired Knowledge Discovery</cite>, 2024: a light
 * model over the whole text drafts an answer, whose clues query the index.
 *
 * <p>Differs: the draft is the question with the names of what a compressed memory recalls, not an answer that a model generates.
 *
 * @param rounds how often the memory is asked again with what it gave
 */
public record DraftAction(Action by, int rounds) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        String question = moment.subject().text();
        Set<String> clues = new LinkedHashSet<>();
        Flow query = Flow.of(List.of(Found.of(moment.subject())));
        for (int round = 0; round < rounds; round++) {
            for (Found found : by.perform(query, moment).items()) {
                clues.addAll(Analysis.entities(found.piece().text()));
            }
            query = Flow.of(List.of(Found.of(Piece.of(String.join(" ", clues), moment.nanos(), moment.session()))));
        }
        moment.services().method("Clues were drafted from names in the compressed memory, without a language model.");
        return Flow.of(List.of(
                Found.of(Piece.of(question + " " + String.join(" ", clues), moment.nanos(), moment.session()))));
    }

    /** Makes {@code draft}. */
    @Mechanism(
            name = "draft",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Drafts clues for retrieval from a memory of everything.",
            source = "Qian et al. 2024, MemoRAG: Moving towards Next-Gen RAG Via Memory-Inspired Knowledge Discovery",
            params = {
                @Param(
                        name = "by",
                        type = ParamType.ITEMS,
                        doc = "What the memory of everything recalls; its query is left out."),
                @Param(
                        name = "rounds",
                        type = ParamType.COUNT,
                        byDefault = "2",
                        min = 1,
                        max = 10,
                        doc = "How often it is asked.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new DraftAction(Program.items(call, "by"), (int) call.count("rounds"));
        }
    }
}
