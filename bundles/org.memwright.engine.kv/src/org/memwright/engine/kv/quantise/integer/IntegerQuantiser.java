/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.quantise.integer;

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
 * Rounds numbers to integers, asymmetrically: each group of numbers has a scale and a zero point of 16 bits.
 *
 * <p>Source: Z. Liu et al., <cite>KIVI: A Tuning-Free Asymmetric 2bit Quantization for KV Cache</cite>, 2024, section 3.
 * <br>Shape: per token, a group is numbers of one token and head; per channel, one number of each of several tokens.
 * <br>Units: bytes per number are {@code (bits + 32 / group) / 8}.
 */
public final class IntegerQuantiser implements Quantiser {
    /** A scale and a zero point. */
    private static final double OVERHEAD_BITS = 32;

    private final int bits;
    private final boolean perChannel;
    private final int group;
    private final int residual;

    IntegerQuantiser(int bits, boolean perChannel, int group, int residual) {
        this.bits = bits;
        this.perChannel = perChannel;
        this.group = group;
        this.residual = residual;
    }

    static IntegerQuantiser of(int bits, MechanismCall call) {
        return new IntegerQuantiser(
                bits,
                call.word("per").equals("channel"),
                Math.toIntExact(call.count("group")),
                Math.toIntExact(call.count("residual")));
    }

    @Override
    public double bytesPerNumber(KvShape shape) {
        int numbers = perChannel ? group : Math.min(group, shape.headDim());
        return (bits + OVERHEAD_BITS / numbers) / Byte.SIZE;
    }

    @Override
    public int groupTokens() {
        return perChannel ? group : 1;
    }

    @Override
    public int residualTokens() {
        return residual;
    }

    /** Makes {@code int8}. */
    @Mechanism(
            name = "int8",
            engines = "kv",
            kind = MechanismKind.QUANTISER,
            doc = "Keeps each number in 8 bits, with a scale and a zero point per group.",
            source = "Dettmers et al. 2022, LLM.int8(): 8-bit Matrix Multiplication for Transformers at Scale",
            params = {
                @Param(
                        name = "per",
                        type = ParamType.WORD,
                        choices = {"token", "channel"},
                        byDefault = "token",
                        doc = "Whether the numbers of a group are of one token or of one channel."),
                @Param(
                        name = "group",
                        type = ParamType.COUNT,
                        byDefault = "128",
                        min = 1,
                        doc = "Numbers that share a scale and a zero point; per token at most the width of a head."),
                @Param(
                        name = "residual",
                        type = ParamType.TOKENS,
                        byDefault = "0 tokens",
                        min = 0,
                        doc = "The youngest tokens, that are not quantised.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Int8 implements MechanismFactory<Quantiser> {
        @Override
        public Quantiser create(MechanismCall call) {
            return of(8, call);
        }
    }

    /** Makes {@code int4}. */
    @Mechanism(
            name = "int4",
            engines = "kv",
            kind = MechanismKind.QUANTISER,
            doc = "Keeps each number in 4 bits, with a scale and a zero point per group.",
            source = "Sheng et al. 2023, FlexGen: High-Throughput Generative Inference of LLMs with a Single GPU",
            params = {
                @Param(
                        name = "per",
                        type = ParamType.WORD,
                        choices = {"token", "channel"},
                        byDefault = "token",
                        doc = "Whether the numbers of a group are of one token or of one channel."),
                @Param(
                        name = "group",
                        type = ParamType.COUNT,
                        byDefault = "64",
                        min = 1,
                        doc = "Numbers that share a scale and a zero point; per token at most the width of a head."),
                @Param(
                        name = "residual",
                        type = ParamType.TOKENS,
                        byDefault = "0 tokens",
                        min = 0,
                        doc = "The youngest tokens, that are not quantised.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Int4 implements MechanismFactory<Quantiser> {
        @Override
        public Quantiser create(MechanismCall call) {
            return of(4, call);
        }
    }

    /** Makes {@code int2}. */
    @Mechanism(
            name = "int2",
            engines = "kv",
            kind = MechanismKind.QUANTISER,
            doc = "Keeps each number in 2 bits, with a scale and a zero point per group.",
            source = "Liu et al. 2024, KIVI: A Tuning-Free Asymmetric 2bit Quantization for KV Cache",
            params = {
                @Param(
                        name = "per",
                        type = ParamType.WORD,
                        choices = {"token", "channel"},
                        byDefault = "token",
                        doc = "Whether the numbers of a group are of one token or of one channel."),
                @Param(
                        name = "group",
                        type = ParamType.COUNT,
                        byDefault = "32",
                        min = 1,
                        doc = "Numbers that share a scale and a zero point; per token at most the width of a head."),
                @Param(
                        name = "residual",
                        type = ParamType.TOKENS,
                        byDefault = "0 tokens",
                        min = 0,
                        doc = "The youngest tokens, that are not quantised.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Int2 implements MechanismFactory<Quantiser> {
        @Override
        public Quantiser create(MechanismCall call) {
            return of(2, call);
        }
    }
}
