/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive.model;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.chat.ChatModel;
import org.memwright.engine.task.drive.Driver;
import org.memwright.engine.task.drive.DriverSource;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/** A language model as the agent; its answers are cached by their prompts. */
public record ModelSource(long windowTokens, double read, double write) implements DriverSource {
    @Override
    public Driver open(Setting setting) throws RunFailure {
        ChatModel model = setting.chat()
                .orElseThrow(
                        () -> new RunFailure(
                                "steps from model() need a language model, and none is named; set -Dmemwright.llm.url to an endpoint that speaks as OpenAI's does (in MEMWRIGHT_JAVA_OPTIONS), or write steps from scripted()"));
        return new ModelAgent(setting.requireTask("model()"), model, setting.tokens(), this);
    }

    /** Makes {@code model}. */
    @Mechanism(
            name = "model",
            engines = "task",
            kind = MechanismKind.SOURCE,
            doc = "A language model does the steps: any endpoint that speaks as OpenAI's does, answers cached on disk.",
            source = "of this project",
            params = {
                @Param(
                        name = "window",
                        type = ParamType.TOKENS,
                        byDefault = "128000 tokens",
                        min = 1,
                        doc = "The most tokens of a prompt that are sent; the oldest are cut off, the goal is not."),
                @Param(
                        name = "read",
                        type = ParamType.RATE,
                        byDefault = "2000 /s",
                        min = 1,
                        doc = "Tokens of a prompt read in a second, for simulated time."),
                @Param(
                        name = "write",
                        type = ParamType.RATE,
                        byDefault = "50 /s",
                        min = 1,
                        doc = "Tokens of an answer written in a second, for simulated time.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<DriverSource> {
        @Override
        public DriverSource create(MechanismCall call) {
            return new ModelSource(call.count("window"), call.number("read"), call.number("write"));
        }
    }
}
