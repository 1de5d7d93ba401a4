/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.summarise;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.memwright.chat.ChatFailure;
import org.memwright.chat.ChatModel;
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
 * Picks sentences, extractively: the one with the highest mean probability of its terms first; the terms that it
 * covers count less afterwards.
 *
 * <p>Source: A. Nenkova, L. Vanderwende, <cite>The Impact of Frequency on Summarization</cite>, 2005, steps 1 to 5.
 * Cost: sentences times picks.
 *
 * <p>Differs: sentences are given in the order of the text, with their speakers.
 */
public record SummariseAction(Action item, int sentences, boolean written) implements Action {
    private static final int FEWEST_TERMS = 3;

    @Override
    public Flow perform(Flow piped, Moment moment) {
        if (written) {
            return write(item.perform(piped, moment), moment);
        }
        moment.services().method("Summaries are extractive: whole sentences are picked, none is written.");
        List<Piece> pieces = new ArrayList<>();
        List<List<String>> terms = new ArrayList<>();
        Map<String, Double> weights = new HashMap<>();
        double all = 0;
        try (var analysis = new Analysis()) {
            for (Found found : item.perform(piped, moment).items()) {
                Piece whole = found.piece();
                for (String sentence : Analysis.sentences(whole.text())) {
                    List<String> found1 = analysis.terms(sentence);
                    if (found1.size() >= FEWEST_TERMS) {
                        pieces.add(new Piece(
                                sentence,
                                whole.speaker(),
                                whole.timeNanos(),
                                whole.session(),
                                whole.origins(),
                                List.of()));
                        terms.add(found1);
                    }
                    for (String term : found1) {
                        weights.merge(term, 1.0, Double::sum);
                        all++;
                    }
                }
            }
        }
        for (var weight : weights.entrySet()) {
            weight.setValue(weight.getValue() / all);
        }
        moment.services().ledger().charge("summarising", 4.0 * all * sentences, "", 0, 0, 0);
        var picked = new TreeSet<Integer>();
        while (picked.size() < Math.min(sentences, pieces.size())) {
            int best = -1;
            double most = -1;
            for (int i = 0; i < pieces.size(); i++) {
                double score = picked.contains(i) ? -1 : mean(terms.get(i), weights);
                if (score > most) {
                    most = score;
                    best = i;
                }
            }
            picked.add(best);
            for (String term : new HashSet<>(terms.get(best))) {
                weights.computeIfPresent(term, (t, w) -> w * w);
            }
        }
        return Flow.of(picked.stream().map(i -> Found.of(pieces.get(i))).toList());
    }

    /** One text by the language model, with the origins of all that it was told. */
    private Flow write(Flow told, Moment moment) {
        ChatModel model = moment.services()
                .chat()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "summarise(by: model) needs a language model, and none is named; set -Dmemwright.llm.url to an endpoint that speaks as OpenAI's does, or write by: extractive"));
        if (told.items().isEmpty()) {
            return Flow.EMPTY;
        }
        var text = new StringBuilder();
        List<Integer> origins = new ArrayList<>();
        for (Found found : told.items()) {
            text.append(found.piece().spoken()).append('\n');
            origins.addAll(found.piece().origins());
        }
        moment.services().method("Summaries were written by the language model " + model.model() + ".");
        try {
            return model.answer(
                            "Summarise the text in at most " + sentences
                                    + " sentences. Keep names, dates and facts. Answer with the summary alone.",
                            text.toString())
                    .map(summary -> Flow.of(List.of(
                            Found.of(new Piece(summary, "", moment.nanos(), moment.session(), origins, List.of())))))
                    .orElse(Flow.EMPTY);
        } catch (ChatFailure failed) {
            throw new IllegalArgumentException(failed.getMessage(), failed);
        }
    }

    private static double mean(List<String> terms, Map<String, Double> weights) {
        double sum = 0;
        for (String term : terms) {
            sum += weights.getOrDefault(term, 0.0);
        }
        return sum / terms.size();
    }

    /** Makes {@code summarise}. */
    @Mechanism(
            name = "summarise",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Picks the sentences that say most of what their text is about.",
            source = "Nenkova and Vanderwende 2005, The Impact of Frequency on Summarization (SumBasic)",
            params = {
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What is summarised; what comes through the pipeline where it is left out."),
                @Param(
                        name = "sentences",
                        type = ParamType.COUNT,
                        byDefault = "3",
                        min = 1,
                        doc = "How many sentences are picked."),
                @Param(
                        name = "by",
                        type = ParamType.WORD,
                        byDefault = "extractive",
                        choices = {"extractive", "model"},
                        doc = "Whether sentences are picked, or a language model writes them.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new SummariseAction(
                    Program.items(call, "item"),
                    (int) call.count("sentences"),
                    call.word("by").equals("model"));
        }
    }
}
