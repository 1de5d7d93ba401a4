/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.quantise.floating;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.kv.quantise.Quantiser;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Rounds numbers to floating-point numbers of 8 bits with a scale of 32 bits: one per tensor, or one per group.
 *
 * <p>Source: P. Micikevicius et al., <cite>FP8 Formats for Deep Learning</cite>, 2022.
 * <br>Units: bytes per number are 1, and {@code (8 + 32 / group) / 8} with groups.
 * <br>Assumes: the scale of a tensor, 4 bytes for all tokens of a layer, is no memory worth counting.
 */
public final class FloatingQuantiser implements Quantiser {
    private static final double NUMBER_BITS = 8;
    private static final double SCALE_BITS = 32;

    private final String per;
    private final int group;
    private final int residual;

    FloatingQuantiser(String per, int group, int residual) {
        this.per = per;
        this.group = group;
        this.residual = residual;
    }

    @Override
    public double bytesPerNumber(KvShape shape) {
        double scale = switch (per) {
            case "channel" -> SCALE_BITS / group;
            case "token" -> SCALE_BITS / Math.min(group, shape.headDim());
            default -> 0;
        };
        return (NUMBER_BITS + scale) / Byte.SIZE;
    }

    @Override
    public int groupTokens() {
        return per.equals("channel") ? group : 1;
    }

    @Override
    public int residualTokens() {
        return residual;
    }

    /** Makes {@code fp8}. */
    @Mechanism(
            name = "fp8",
            engines = "kv",
            kind = MechanismKind.QUANTISER,
            doc = "Keeps each number in 8 bits of floating point.",
            source = "Micikevicius et al. 2022, FP8 Formats for Deep Learning",
            params = {
                @Param(
                        name = "per",
                        type = ParamType.WORD,
                        choices = {"tensor", "token", "channel"},
                        byDefault = "tensor",
                        doc = "Which numbers share a scale: all, those of one token, or those of one channel."),
                @Param(
                        name = "group",
                        type = ParamType.COUNT,
                        byDefault = "128",
                        min = 1,
                        doc =
                                "Numbers that share a scale, unless the whole tensor does; per token at most the width of a head."),
                @Param(
                        name = "residual",
                        type = ParamType.TOKENS,
                        byDefault = "0 tokens",
                        min = 0,
                        doc = "The youngest tokens, that are not quantised.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Quantiser> {
        @Override
        public Quantiser create(MechanismCall call) {
            return new FloatingQuantiser(
                    call.word("per"), Math.toIntExact(call.count("group")), Math.toIntExact(call.count("residual")));
        }
    }
}
