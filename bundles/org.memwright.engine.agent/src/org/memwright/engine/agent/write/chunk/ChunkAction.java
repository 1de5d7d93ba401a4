/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.chunk;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.engine.agent.text.Analysis;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Joins turns into chunks: all of a session, so many at a time, or those of one topic, which ends where few terms of
 * the turns before come again.
 *
 * <p>Source: M. Hearst, <cite>TextTiling</cite>, 1997, by the share of terms in common before and after a gap.
 *
 * <p>A chunk has the origins of all of its turns.
 */
public record ChunkAction(Action item, String by, int size, double alike) implements Action {
    private static final int MOST_OF_TOPIC = 4;

    @Override
    public Flow perform(Flow piped, Moment moment) {
        List<Found> chunks = new ArrayList<>();
        List<Piece> open = new ArrayList<>();
        try (var analysis = new Analysis()) {
            for (Found found : item.perform(piped, moment).items()) {
                if (!open.isEmpty() && ends(open, found.piece(), analysis)) {
                    chunks.add(join(open));
                    open.clear();
                }
                open.add(found.piece());
            }
        }
        if (!open.isEmpty()) {
            chunks.add(join(open));
        }
        return Flow.of(chunks);
    }

    private boolean ends(List<Piece> open, Piece next, Analysis analysis) {
        if (open.getLast().session() != next.session()) {
            return true;
        }
        return switch (by) {
            case "size" -> open.size() >= size;
            case "topic" -> open.size() >= MOST_OF_TOPIC * size || (open.size() >= 2 && isOther(open, next, analysis));
            default -> false;
        };
    }

    private boolean isOther(List<Piece> open, Piece next, Analysis analysis) {
        Set<String> before = new HashSet<>();
        for (Piece piece : open.subList(Math.max(0, open.size() - size), open.size())) {
            before.addAll(analysis.terms(piece.text()));
        }
        Set<String> after = new HashSet<>(analysis.terms(next.text()));
        int all = after.size();
        after.retainAll(before);
        return all > 0 && (double) after.size() / all < alike;
    }

    private static Found join(List<Piece> pieces) {
        if (pieces.size() == 1) {
            return Found.of(pieces.getFirst());
        }
        var text = new StringBuilder();
        List<Integer> origins = new ArrayList<>();
        for (Piece piece : pieces) {
            text.append(text.isEmpty() ? "" : "\n").append(piece.spoken());
            origins.addAll(piece.origins());
        }
        Piece last = pieces.getLast();
        return Found.of(new Piece(text.toString(), "", last.timeNanos(), last.session(), origins, List.of()));
    }

    /** Makes {@code chunk}. */
    @Mechanism(
            name = "chunk",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Joins items that belong together into longer ones.",
            source =
                    "Hearst 1997, TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages; Pan et al. 2025, SeCom",
            params = {
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What is joined; what comes through the pipeline where it is left out."),
                @Param(
                        name = "by",
                        type = ParamType.WORD,
                        byDefault = "session",
                        choices = {"session", "size", "topic"},
                        doc = "What belongs together."),
                @Param(
                        name = "size",
                        type = ParamType.COUNT,
                        byDefault = "4",
                        min = 1,
                        doc = "Turns of a chunk by size; the most of one by topic is four times as many."),
                @Param(
                        name = "alike",
                        type = ParamType.RATIO,
                        byDefault = "5%",
                        min = 0,
                        max = 1,
                        doc = "The least share of terms in common that keeps a topic going.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new ChunkAction(
                    Program.items(call, "item"), call.word("by"), (int) call.count("size"), call.number("alike"));
        }
    }
}
