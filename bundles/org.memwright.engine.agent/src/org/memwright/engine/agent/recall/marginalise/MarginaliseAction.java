/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.marginalise;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Orders passages by how likely their answers are: each passage is taken for right with a probability by its score, and an answer
 * has the sum of those of the passages that hold it.
 *
 * <p>Source: P. Lewis et al., <cite>Retrieval-Augmented Generation for Knowledge-Intensive NLP Tasks</cite>, 2020, RAG-Sequence:
 * p(y|x) = sum over z of p(z|x) p(y|x, z).
 *
 * <p>Differs: the answers of a passage are its names that the question does not have, each as likely as the others, not what a
 * generator says.
 *
 * @param temperature of the softmax over scores
 */
public record MarginaliseAction(double temperature) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        Set<String> asked = new HashSet<>(Analysis.entities(moment.subject().text()));
        double most = piped.items().stream().mapToDouble(Found::score).max().orElse(0);
        double sum = 0;
        List<Double> weights = new ArrayList<>();
        for (Found found : piped.items()) {
            double weight = StrictMath.exp((found.score() - most) / temperature);
            weights.add(weight);
            sum += weight;
        }
        Map<String, Double> answers = new LinkedHashMap<>();
        List<List<String>> own = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            List<String> names = Analysis.entities(piped.items().get(i).piece().text()).stream()
                    .filter(name -> !asked.contains(name))
                    .toList();
            own.add(names);
            for (String name : names) {
                answers.merge(name, weights.get(i) / sum / names.size(), Double::sum);
            }
        }
        List<Found> items = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            double likely = own.get(i).stream()
                    .mapToDouble(name -> answers.getOrDefault(name, 0.0))
                    .max()
                    .orElse(0);
            items.add(piped.items().get(i).scored(likely));
        }
        return Flow.of(items).ranked(Integer.MAX_VALUE);
    }

    /** Makes {@code marginalise}. */
    @Mechanism(
            name = "marginalise",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Orders passages by how likely their answers are, over all passages that hold them.",
            source = "Lewis et al. 2020, Retrieval-Augmented Generation for Knowledge-Intensive NLP Tasks",
            params = {
                @Param(
                        name = "temperature",
                        type = ParamType.NUMBER,
                        byDefault = "1",
                        min = 0.001,
                        doc = "How flat the probabilities of passages are taken to be.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new MarginaliseAction(call.number("temperature"));
        }
    }
}
