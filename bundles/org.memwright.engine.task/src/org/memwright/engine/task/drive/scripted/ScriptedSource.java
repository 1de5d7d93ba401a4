/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive.scripted;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.task.drive.Driver;
import org.memwright.engine.task.drive.DriverSource;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * An agent by rules.
 *
 * @param failures chance that an attempt fails although all facts are known
 * @param outputTokens mean length of what it says at a step, without outputs
 * @param windowTokens the most that it reads of a prompt
 * @param read tokens of a prompt read in a second
 * @param write tokens written in a second
 */
public record ScriptedSource(double failures, long outputTokens, long windowTokens, double read, double write)
        implements DriverSource {
    @Override
    public Driver open(Setting setting) throws RunFailure {
        return new ScriptedAgent(setting.requireTask("scripted()"), setting.seed(), setting.tokens(), this);
    }

    /** Makes {@code scripted}. */
    @Mechanism(
            name = "scripted",
            engines = "task",
            kind = MechanismKind.SOURCE,
            doc =
                    "An agent by rules: it fails a step when its prompt does not tell a fact that the step needs, and else by chance.",
            source = "of this project: the same failures for every memory compared",
            params = {
                @Param(
                        name = "failures",
                        type = ParamType.RATIO,
                        byDefault = "0%",
                        min = 0,
                        max = 0.99,
                        doc = "Chance that an attempt fails although all facts are known."),
                @Param(
                        name = "output",
                        type = ParamType.TOKENS,
                        byDefault = "150 tokens",
                        min = 1,
                        max = 100_000,
                        doc = "Mean length of what is said at a step; from half to one and a half of it is drawn."),
                @Param(
                        name = "window",
                        type = ParamType.TOKENS,
                        byDefault = "128000 tokens",
                        min = 1,
                        doc = "The most tokens of a prompt that are read; the oldest are cut off, the goal is not."),
                @Param(
                        name = "read",
                        type = ParamType.RATE,
                        byDefault = "2000 /s",
                        min = 1,
                        doc = "Tokens of a prompt read in a second."),
                @Param(
                        name = "write",
                        type = ParamType.RATE,
                        byDefault = "50 /s",
                        min = 1,
                        doc = "Tokens of an answer written in a second.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<DriverSource> {
        @Override
        public DriverSource create(MechanismCall call) {
            return new ScriptedSource(
                    call.number("failures"),
                    call.count("output"),
                    call.count("window"),
                    call.number("read"),
                    call.number("write"));
        }
    }
}
