/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.labels;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Collects the labels of the recalled texts, such as #music, the best first: a label has the scores of the texts with it, and less the
 * more texts of the store have it.
 *
 * <p>Source: R. Fan et al., <cite>RIGHT: Retrieval-augmented Generation for Mainstream Hashtag Recommendation</cite>, 2024 (global
 * signal in the selector); A. Gold, J. Pouwelse, <cite>G-Rank: Unsupervised Continuous Learn-to-Rank for Edge Devices in a P2P
 * Network</cite>, 2023 (evidence of relevance is counted, not learnt).
 *
 * <p>Differs: from RIGHT's selector, which is trained: similarity times how rare the label is.
 *
 * @param global whether rare labels count more
 */
public record LabelsAction(int k, boolean global) implements Action {
    private static final Pattern LABEL = Pattern.compile("#([\\p{L}\\p{N}_]+)");

    @Override
    public Flow perform(Flow piped, Moment moment) {
        Map<String, Double> scores = new LinkedHashMap<>();
        Map<String, List<Integer>> origins = new LinkedHashMap<>();
        ItemMemory memory = null;
        for (Found found : piped.items()) {
            memory = found.memory() == null ? memory : found.memory();
            for (String label : labels(found.piece().text())) {
                scores.merge(label, Math.max(0, found.score()), Double::sum);
                origins.computeIfAbsent(label, l -> new ArrayList<>())
                        .addAll(found.piece().origins());
            }
        }
        ItemMemory all = memory;
        List<Found> items = new ArrayList<>();
        scores.forEach((label, score) -> {
            double rare = global && all != null
                    ? StrictMath.log(
                            (1.0 + all.store().liveCount()) / (1 + all.store().postings(label)))
                    : 1;
            items.add(new Found(
                    null,
                    items.size(),
                    new Piece(label, "", moment.nanos(), 0, origins.getOrDefault(label, List.of()), List.of()),
                    score * rare));
        });
        return Flow.of(items).ranked(k);
    }

    private static Set<String> labels(String text) {
        Set<String> labels = new LinkedHashSet<>();
        var matcher = LABEL.matcher(text);
        while (matcher.find()) {
            labels.add(matcher.group(1));
        }
        return labels;
    }

    /** Makes {@code labels}. */
    @Mechanism(
            name = "labels",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Collects the labels of the recalled texts, the best first.",
            source =
                    "Fan et al. 2024, RIGHT: Retrieval-augmented Generation for Mainstream Hashtag Recommendation; Gold and Pouwelse 2023, G-Rank",
            params = {
                @Param(
                        name = "k",
                        type = ParamType.COUNT,
                        byDefault = "3",
                        min = 1,
                        max = 1000,
                        doc = "How many labels."),
                @Param(
                        name = "global",
                        type = ParamType.WORD,
                        byDefault = "on",
                        choices = {"on", "off"},
                        doc = "Whether labels that few texts have count more.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new LabelsAction((int) call.count("k"), call.word("global").equals("on"));
        }
    }
}
