/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.write.summarise;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Optional;
import org.memwright.chat.ChatFailure;
import org.memwright.chat.ChatModel;
import org.memwright.engine.task.program.Action;
import org.memwright.engine.task.program.Layout;
import org.memwright.engine.task.program.Log;
import org.memwright.engine.task.program.Moment;
import org.memwright.engine.task.program.Prompt;
import org.memwright.engine.task.text.Extract;
import org.memwright.engine.task.text.Tokens;
import org.memwright.engine.task.tree.Node;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Writes a summary of a step: its outputs, and the sentences of its last turn whose words are most frequent in it, or what a language
 * model makes of it. A summary that would be longer than the turn is the turn.
 *
 * <p>Source: M. Hu et al., <cite>HiAgent: Hierarchical Working Memory Management for Solving Long-Horizon Agent Tasks with Large Language
 * Model</cite>, 2024: finished subgoals are summarised.
 */
public record SummariseAction(int sentences, boolean written) implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        moment.require(Layout.TREE, "summarise");
        Node node = moment.tree().node(moment.step());
        String turn = node.turns().isEmpty() ? "" : node.turns().getLast().text();
        String picked = written ? model(moment, turn).orElse("") : Extract.sentences(turn, sentences);
        if (!written) {
            moment.services().method("Summaries are extractive: whole sentences are picked, none is written.");
        }
        var summary = new StringBuilder(node.outputLines());
        Tokens.lines(picked).stream()
                .filter(line -> !Tokens.lines(node.outputLines()).contains(line))
                .forEach(line -> summary.append(summary.isEmpty() ? "" : "\n").append(line));
        boolean shorter = moment.log().counter().count(summary.toString())
                <= moment.log().counter().count(turn);
        String kept = shorter ? summary.toString() : turn;
        moment.tree().summarise(moment.step(), kept);
        moment.services().wrote(Log.bytes(kept));
        return piped;
    }

    private Optional<String> model(Moment moment, String turn) {
        ChatModel model = moment.services()
                .chat()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "summarise(by: model) needs a language model, and none is named; set -Dmemwright.llm.url to an endpoint that speaks as OpenAI's does, or write by: extractive"));
        moment.services().method("Summaries were written by the language model " + model.model() + ".");
        try {
            return model.answer(
                    "Summarise what was done in at most " + sentences
                            + " sentences. Keep names, numbers and results. Answer with the summary alone.",
                    turn);
        } catch (ChatFailure failed) {
            throw new IllegalArgumentException(failed.getMessage(), failed);
        }
    }

    /** Makes {@code summarise}. */
    @Mechanism(
            name = "summarise",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc = "Writes a summary of the step that is done: its outputs and the most telling sentences.",
            source =
                    "Hu et al. 2024, HiAgent: Hierarchical Working Memory Management; Luhn 1958, The Automatic Creation of Literature Abstracts",
            params = {
                @Param(
                        name = "of",
                        type = ParamType.WORD,
                        byDefault = "step",
                        choices = "step",
                        doc = "What is summarised."),
                @Param(
                        name = "sentences",
                        type = ParamType.COUNT,
                        byDefault = "1",
                        min = 0,
                        max = 100,
                        doc = "How many sentences beside the outputs."),
                @Param(
                        name = "by",
                        type = ParamType.WORD,
                        byDefault = "extractive",
                        choices = {"extractive", "model"},
                        doc = "Whether sentences are picked, or a language model writes them.")
            },
            events = "done")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new SummariseAction(
                    (int) call.count("sentences"), call.word("by").equals("model"));
        }
    }
}
