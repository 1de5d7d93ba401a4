/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.when;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.regex.Pattern;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.engine.agent.text.Analysis;
import org.memwright.engine.agent.text.TimeSpan;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Lets items through that have a feature: a scripted policy decides by these what is written where.
 *
 * <p>Source: Y. Wang et al., <cite>Mem-alpha: Learning Memory Construction via Reinforcement Learning</cite>, 2025: a policy chooses the tool and the store
 * for each chunk.
 *
 * <p>Differs: the policy is written down, not learnt; features are found by letters.
 */
public record WhenAction(Action item, String has, boolean negated) implements Action {
    private static final Pattern SELF = Pattern.compile("\\b(I|I'm|I've|my|me|mine|myself)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d");
    private static final Pattern SUCCESS = Pattern.compile("\\b(worked|succeeded|solved|fixed|done)\\b");
    private static final Pattern FAILURE = Pattern.compile("\\b(failed|broke|error|wrong|did not work)\\b");

    @Override
    public Flow perform(Flow piped, Moment moment) {
        Flow flow = item.perform(piped, moment);
        return new Flow(
                flow.items().stream()
                        .filter(found -> has(found.piece()) != negated)
                        .toList(),
                flow.rest());
    }

    private boolean has(Piece piece) {
        String text = piece.text();
        return switch (has) {
            case "name" -> !Analysis.entities(text).isEmpty();
            case "date" -> !TimeSpan.in(text, piece.timeNanos()).isEmpty();
            case "number" -> NUMBER.matcher(text).find();
            case "question" -> text.strip().endsWith("?");
            case "self" -> SELF.matcher(text).find();
            case "success" -> SUCCESS.matcher(text).find();
            default -> FAILURE.matcher(text).find();
        };
    }

    /** Makes {@code when}. */
    @Mechanism(
            name = "when",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Lets through the items that have a feature.",
            source = "Wang et al. 2025, Mem-alpha: Learning Memory Construction via Reinforcement Learning",
            params = {
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What is looked at; what comes through the pipeline where it is left out."),
                @Param(
                        name = "has",
                        type = ParamType.WORD,
                        choices = {"name", "date", "number", "question", "self", "success", "failure"},
                        doc =
                                "The feature: a name, a date, a number, a question mark, a word for oneself, or one that tells of success or failure."),
                @Param(
                        name = "is",
                        type = ParamType.WORD,
                        byDefault = "true",
                        choices = {"true", "false"},
                        doc = "Whether items with the feature pass, or those without.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new WhenAction(
                    Program.items(call, "item"),
                    call.word("has"),
                    call.word("is").equals("false"));
        }
    }
}
