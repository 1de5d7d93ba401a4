/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.buckets;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.Layout;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Services;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Items in buckets of a locality-sensitive hash: what lies close together tends to fall in one bucket, and only the bucket of
 * the query is read.
 *
 * <p>Source: M. Charikar, <cite>Similarity Estimation Techniques from Rounding Algorithms</cite>, 2002: one bit for the side of
 * each random hyperplane; L. Liu et al., <cite>Think-in-Memory</cite>, 2023: thoughts are kept in such buckets.
 *
 * <p>Cost: a search is one embedding, {@code bits} products and one for each item of the bucket.
 *
 * @param byName the first name in a text decides its bucket, where it has one, instead of the whole text
 */
public record BucketLayout(String embed, int bits, boolean byName) implements Layout {
    @Override
    public Memory create(String name, String tier, Services services) {
        return new BucketMemory(name, tier, services.embedder(embed), bits, byName, services);
    }

    /** Makes {@code buckets}. */
    @Mechanism(
            name = "buckets",
            engines = "agent",
            kind = MechanismKind.LAYOUT,
            doc = "Items in buckets of a locality-sensitive hash.",
            source =
                    "Charikar 2002, Similarity Estimation Techniques from Rounding Algorithms; Liu et al. 2023, Think-in-Memory",
            params = {
                @Param(
                        name = "embed",
                        type = ParamType.WORD,
                        byDefault = "minilm",
                        choices = {"minilm", "hash"},
                        doc = "The embedding model: all-MiniLM-L6-v2, or random directions of terms."),
                @Param(
                        name = "bits",
                        type = ParamType.COUNT,
                        byDefault = "6",
                        min = 1,
                        max = 20,
                        doc = "How many hyperplanes decide; there are two to the power of this many buckets."),
                @Param(
                        name = "by",
                        type = ParamType.WORD,
                        byDefault = "text",
                        choices = {"text", "name"},
                        doc = "Whether the whole text decides about the bucket, or its first name.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return new BucketLayout(
                    call.word("embed"),
                    (int) call.count("bits"),
                    call.word("by").equals("name"));
        }
    }
}
