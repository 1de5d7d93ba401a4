/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.annotate;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memwright.engine.agent.item.Marks;
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
 * Makes notes of items: names and the most frequent terms of a text, of equal ones the longer, become its tags.
 *
 * <p>Source: W. Xu et al., <cite>A-MEM</cite>, 2025, note construction.
 *
 * <p>Differs: tags are extracted, not written by a language model.
 */
public record AnnotateAction(Action item, int tags) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        moment.services()
                .method("Tags of notes are extracted: names and frequent terms, no language model writes them.");
        List<Found> notes = new ArrayList<>();
        try (var analysis = new Analysis()) {
            for (Found found : item.perform(piped, moment).items()) {
                Piece piece = found.piece();
                Set<String> words = new LinkedHashSet<>(Analysis.entities(piece.text()));
                Map<String, Integer> counts = new LinkedHashMap<>();
                analysis.terms(piece.text()).forEach(term -> counts.merge(term, 1, Integer::sum));
                counts.entrySet().stream()
                        .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                                .thenComparingInt(e -> -e.getKey().length()))
                        .forEach(e -> words.add(e.getKey()));
                notes.add(found.with(piece.marked(new Marks(
                        words.stream().limit(tags).toList(), piece.marks().context()))));
            }
        }
        return Flow.of(notes);
    }

    /** Makes {@code annotate}. */
    @Mechanism(
            name = "annotate",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Makes notes of items, with tags.",
            source = "Xu et al. 2025, A-MEM: Agentic Memory for LLM Agents",
            params = {
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What notes are made of; what comes through the pipeline where it is left out."),
                @Param(
                        name = "tags",
                        type = ParamType.COUNT,
                        byDefault = "4",
                        min = 1,
                        max = 100,
                        doc = "How many tags each note gets.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new AnnotateAction(Program.items(call, "item"), (int) call.count("tags"));
        }
    }
}
