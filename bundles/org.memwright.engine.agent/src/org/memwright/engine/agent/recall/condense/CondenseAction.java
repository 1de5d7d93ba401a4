/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.condense;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.memwright.engine.agent.item.Piece;
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
 * Makes the recalled texts shorter: keeps the sentences with most of the question's terms, or leaves out the words that matter least.
 *
 * <p>Source: J. Liu et al., <cite>TCRA-LLM: Token Compression Retrieval Augmented Large Language Model for Inference Cost
 * Reduction</cite>, 2023: summarising compression, and semantic compression by the impact of each word's removal.
 *
 * <p>Differs: sentences are chosen, not written by a trained summariser; the impact of a word is how rare it is among the recalled
 * texts, not how far its removal moves a vector.
 *
 * @param keep share of each text's words that stays at most, but a sentence at least
 */
public record CondenseAction(boolean sentences, double keep) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        List<Found> items = new ArrayList<>();
        try (var analysis = new Analysis()) {
            Set<String> asked = new HashSet<>(analysis.terms(moment.subject().text()));
            Map<String, Integer> spread = new HashMap<>();
            for (Found found : piped.items()) {
                new HashSet<>(List.of(words(found.piece().text())))
                        .forEach(word -> spread.merge(word, 1, Integer::sum));
            }
            for (Found found : piped.items()) {
                Piece piece = found.piece();
                String text = sentences ? chosen(piece.text(), asked, analysis) : thinned(piece.text(), spread);
                items.add(new Found(
                        null,
                        -1,
                        new Piece(
                                text,
                                piece.speaker(),
                                piece.timeNanos(),
                                piece.session(),
                                piece.origins(),
                                piece.triples()),
                        found.score()));
            }
        }
        return new Flow(items, piped.rest());
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+", -1);
    }

    private String chosen(String text, Set<String> asked, Analysis analysis) {
        List<String> all = Analysis.sentences(text);
        List<Integer> order = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Set<String> common = new HashSet<>(analysis.terms(all.get(i)));
            int length = Math.max(1, common.size());
            common.retainAll(asked);
            order.add(i);
            scores.add((double) common.size() / length);
        }
        order.sort(Comparator.<Integer>comparingDouble(i -> -scores.get(i)).thenComparingInt(i -> i));
        int room = (int) (keep * words(text).length);
        Set<Integer> kept = new TreeSet<>();
        for (int sentence : order) {
            room -= words(all.get(sentence)).length;
            if (room >= 0 || kept.isEmpty()) {
                kept.add(sentence);
            }
        }
        return String.join(" ", kept.stream().map(all::get).toList());
    }

    private String thinned(String text, Map<String, Integer> spread) {
        String[] words = words(text);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            order.add(i);
        }
        // words that many of the texts have say least; of equal ones, short words
        order.sort(Comparator.<Integer>comparingInt(i -> -spread.getOrDefault(words[i], 0))
                .thenComparingInt(i -> words[i].length())
                .thenComparingInt(i -> i));
        var left = new BitSet();
        left.set(0, words.length);
        for (int i = 0; i < words.length - (int) Math.ceil(keep * words.length); i++) {
            left.clear(order.get(i));
        }
        var thin = new StringBuilder();
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
            thin.append(thin.isEmpty() ? "" : " ").append(words[i]);
        }
        return thin.toString();
    }

    /** Makes {@code condense}. */
    @Mechanism(
            name = "condense",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Shortens the recalled texts.",
            source = "Liu et al. 2023, TCRA-LLM: Token Compression Retrieval Augmented Large Language Model",
            params = {
                @Param(
                        name = "by",
                        type = ParamType.WORD,
                        byDefault = "sentences",
                        choices = {"sentences", "words"},
                        doc = "Whether sentences are chosen or words left out."),
                @Param(
                        name = "keep",
                        type = ParamType.RATIO,
                        byDefault = "35%",
                        min = 0.01,
                        max = 1,
                        doc = "The share of the words that stays.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new CondenseAction(call.word("by").equals("sentences"), call.number("keep"));
        }
    }
}
