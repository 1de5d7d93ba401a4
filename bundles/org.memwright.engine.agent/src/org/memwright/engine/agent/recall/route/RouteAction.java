/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.route;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Joins two rankings, such as of turns and of sessions, the one with the lower entropy counting more.
 *
 * <p>Source: D. Xu et al., <cite>From Single to Multi-Granularity: Toward Long-Term Memory Association and Selection
 * of Conversational Agents</cite>, 2025: weights by the entropy of the scores' distribution.
 *
 * <p>Differs: what a chunk scores goes to the items that share an origin with it; temperature as given.
 */
public record RouteAction(Action first, Action second, double temperature) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        Flow fine = first.perform(piped, moment);
        Flow coarse = second.perform(piped, moment);
        double[] a = distribution(fine);
        double[] b = distribution(coarse);
        double certainA = 1 - entropy(a);
        double certainB = 1 - entropy(b);
        double share = certainA + certainB == 0 ? 0.5 : certainB / (certainA + certainB);
        Map<Integer, Double> byOrigin = new HashMap<>();
        for (int i = 0; i < b.length; i++) {
            for (int origin : coarse.items().get(i).piece().origins()) {
                byOrigin.merge(origin, b[i], Math::max);
            }
        }
        List<Found> items = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            Found found = fine.items().get(i);
            double above = 0;
            for (int origin : found.piece().origins()) {
                above = Math.max(above, byOrigin.getOrDefault(origin, 0.0));
            }
            items.add(found.scored((1 - share) * a[i] + share * above));
        }
        return Flow.of(items).ranked(Integer.MAX_VALUE);
    }

    private double[] distribution(Flow flow) {
        double[] scores = flow.items().stream().mapToDouble(Found::score).toArray();
        double most = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp((scores[i] - most) / temperature);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    /** 1 where all are alike, 0 where one has everything. */
    private static double entropy(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum -= share > 0 ? share * StrictMath.log(share) : 0;
        }
        return shares.length < 2 ? 0 : sum / StrictMath.log(shares.length);
    }

    /** Makes {@code route}. */
    @Mechanism(
            name = "route",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Weighs rankings of several granularities by how sure each of them is.",
            source = "Xu et al. 2025, MemGAS: Multi-Granularity Association and Selection",
            params = {
                @Param(name = "first", type = ParamType.ITEMS, doc = "A ranking whose items are recalled."),
                @Param(name = "second", type = ParamType.ITEMS, doc = "A ranking of another granularity."),
                @Param(
                        name = "temperature",
                        type = ParamType.NUMBER,
                        byDefault = "1",
                        min = 0.001,
                        doc = "How flat the distributions are taken to be.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new RouteAction(
                    Program.items(call, "first"), Program.items(call, "second"), call.number("temperature"));
        }
    }
}
