/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.link.mixture;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Arrays;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Linker;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.store.Hits;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Links each new item with those that a mixture of two Gaussians over its similarities holds for close: similarities to kept
 * items are taken for drawn from one of two bell curves, and items are linked whose similarity more probably comes from the
 * higher.
 *
 * <p>Source: D. Xu et al., <cite>From Single to Multi-Granularity: Toward Long-Term Memory Association and Selection of Conversational Agents</cite>
 * (MemGAS), 2025, association by Gaussian mixtures; A. Dempster, N. Laird, D. Rubin, <cite>Maximum Likelihood from Incomplete Data via the EM
 * Algorithm</cite>, 1977. Cost: rounds times items, for each new item.
 *
 * <p>Differs: begins from the least and the greatest similarity instead of at random, so that runs repeat; at most {@code most} links for an item.
 */
public record MixtureLinker(int candidates, int most, int rounds) implements Linker {
    private static final double LEAST_SPREAD = 1e-3;
    private static final int FEWEST = 4;

    @Override
    public void link(Memory memory, Moment moment) {
        if (!(memory instanceof ItemMemory items) || !items.hasVectors()) {
            throw new IllegalArgumentException("link(mixture): store '" + memory.name()
                    + "' has no vectors; lay it out as notes(embed: minilm) or vectors(embed: minilm)");
        }
        for (int number = items.takeUnlinked(); number < items.store().count(); number++) {
            if (items.store().isLive(number)) {
                link(items, number);
            }
        }
    }

    private void link(ItemMemory items, int number) {
        Hits near = items.nearest(items.store().piece(number).searched(), candidates + 1);
        int[] others = new int[near.count()];
        double[] similarities = new double[near.count()];
        int count = 0;
        for (int i = 0; i < near.count(); i++) {
            if (near.numbers()[i] != number) {
                others[count] = near.numbers()[i];
                similarities[count++] = near.scores()[i];
            }
        }
        boolean[] close = close(Arrays.copyOf(similarities, count));
        items.services().ledger().charge("mixture", 24.0 * rounds * count, "", 0, 0, 0);
        for (int i = 0, linked = 0; i < count && linked < most; i++) {
            if (close[i]) {
                items.link(number, others[i]);
                linked++;
            }
        }
    }

    /** Which of the values more probably come from the higher of two Gaussians; none of fewer than four. */
    boolean[] close(double[] values) {
        boolean[] close = new boolean[values.length];
        if (values.length < FEWEST) {
            return close;
        }
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        double spread = Math.max(LEAST_SPREAD, (high - low) / 4);
        double[] mean = {low, high};
        double[] deviation = {spread, spread};
        double[] share = {0.5, 0.5};
        double[] ofHigh = new double[values.length];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < values.length; i++) {
                double a = share[0] * density(values[i], mean[0], deviation[0]);
                double b = share[1] * density(values[i], mean[1], deviation[1]);
                ofHigh[i] = a + b == 0 ? (values[i] - mean[0] > mean[1] - values[i] ? 1 : 0) : b / (a + b);
            }
            maximise(values, ofHigh, mean, deviation, share);
        }
        for (int i = 0; i < values.length; i++) {
            close[i] = ofHigh[i] > 0.5;
        }
        return close;
    }

    private static void maximise(double[] values, double[] ofHigh, double[] mean, double[] deviation, double[] share) {
        for (int side = 0; side < 2; side++) {
            double weight = 0;
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                double part = side == 1 ? ofHigh[i] : 1 - ofHigh[i];
                weight += part;
                sum += part * values[i];
            }
            if (weight > 0) {
                mean[side] = sum / weight;
                double squares = 0;
                for (int i = 0; i < values.length; i++) {
                    double part = side == 1 ? ofHigh[i] : 1 - ofHigh[i];
                    squares += part * (values[i] - mean[side]) * (values[i] - mean[side]);
                }
                deviation[side] = Math.max(LEAST_SPREAD, Math.sqrt(squares / weight));
            }
            share[side] = weight / values.length;
        }
    }

    private static double density(double value, double mean, double deviation) {
        double z = (value - mean) / deviation;
        return StrictMath.exp(-z * z / 2) / deviation;
    }

    /** Makes {@code mixture}. */
    @Mechanism(
            name = "mixture",
            engines = "agent",
            kind = MechanismKind.SCORE,
            doc = "Links each new item with those that a mixture of two Gaussians holds for close.",
            source =
                    "Xu et al. 2025, MemGAS: Multi-Granularity Association and Selection; Dempster, Laird and Rubin 1977",
            params = {
                @Param(
                        name = "candidates",
                        type = ParamType.COUNT,
                        byDefault = "50",
                        min = 4,
                        doc = "How many of the nearest are looked at."),
                @Param(
                        name = "most",
                        type = ParamType.COUNT,
                        byDefault = "8",
                        min = 1,
                        doc = "The most links that one item makes."),
                @Param(
                        name = "rounds",
                        type = ParamType.COUNT,
                        byDefault = "20",
                        min = 1,
                        max = 1000,
                        doc = "How often expectation and maximisation are done.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Linker> {
        @Override
        public Linker create(MechanismCall call) {
            return new MixtureLinker(
                    (int) call.count("candidates"), (int) call.count("most"), (int) call.count("rounds"));
        }
    }
}
