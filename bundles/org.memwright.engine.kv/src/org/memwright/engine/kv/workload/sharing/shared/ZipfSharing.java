/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.sharing.shared;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.memwright.engine.kv.workload.Draws;
import org.memwright.engine.kv.workload.PrefixSharing;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Prompts of a group begin alike; group g, from 1 on, is drawn with a chance proportional to 1 / g^zipf: the first group whose
 * cumulative weight exceeds u times the sum of all.
 *
 * <p>Source: G. K. Zipf, <cite>Human Behavior and the Principle of Least Effort</cite>, 1949; L. Zheng et al., <cite>SGLang</cite>,
 * 2024 (system prompts that many requests share).
 * <br>Cost: O(groups) once, O(log groups) for each request.
 */
public final class ZipfSharing implements PrefixSharing {
    private final int prefixTokens;
    private final double[] cumulative;

    /**
     * @param prefixTokens length of the common beginnings, at least 1
     * @param groups number of different ones, at least 1
     * @param zipf exponent, at least 0; 0 draws all groups alike
     */
    public ZipfSharing(int prefixTokens, int groups, double zipf) {
        if (prefixTokens < 1) {
            throw new IllegalArgumentException("tokens is " + prefixTokens + ", must be at least 1");
        }
        if (groups < 1) {
            throw new IllegalArgumentException("groups is " + groups + ", must be at least 1");
        }
        if (!(zipf >= 0)) {
            throw new IllegalArgumentException("zipf is " + zipf + ", must be at least 0");
        }
        this.prefixTokens = prefixTokens;
        cumulative = new double[groups];
        double sum = 0;
        for (int group = 0; group < groups; group++) {
            sum += StrictMath.pow(group + 1.0, -zipf);
            cumulative[group] = sum;
        }
    }

    @Override
    public int prefixTokens() {
        return prefixTokens;
    }

    @Override
    public void draw(int[] groups, SplittableRandom random) {
        double sum = cumulative[cumulative.length - 1];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = firstAbove(Draws.uniform(random) * sum);
        }
    }

    private int firstAbove(double weight) {
        int found = Arrays.binarySearch(cumulative, weight);
        int first = found < 0 ? -found - 1 : found + 1;
        // u is below 1, but u times the sum may round up to it.
        return Math.min(first, cumulative.length - 1);
    }

    /** Makes it from {@code shared(512 tokens, groups: 10, zipf: 1.1)}. */
    @Mechanism(
            name = "shared",
            engines = "kv",
            kind = MechanismKind.PREFIX,
            doc = "Prompts begin with one of a few texts, some of them used more than others.",
            source = "Zheng et al., SGLang, 2024; Zipf, Human Behavior and the Principle of Least Effort, 1949",
            params = {
                @Param(
                        name = "tokens",
                        type = ParamType.TOKENS,
                        doc = "Length of the common beginning; no prompt is shorter.",
                        min = 1,
                        max = 1_000_000_000),
                @Param(
                        name = "groups",
                        type = ParamType.COUNT,
                        doc = "Number of different beginnings.",
                        byDefault = "1",
                        min = 1,
                        max = 10_000_000),
                @Param(
                        name = "zipf",
                        type = ParamType.NUMBER,
                        doc = "How uneven their use is: beginning g has weight 1 / g^zipf, so 0 uses all alike.",
                        byDefault = "0",
                        min = 0,
                        max = 20)
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<PrefixSharing> {
        @Override
        public PrefixSharing create(MechanismCall call) {
            return new ZipfSharing(
                    Math.toIntExact(call.count("tokens")), Math.toIntExact(call.count("groups")), call.number("zipf"));
        }
    }
}
