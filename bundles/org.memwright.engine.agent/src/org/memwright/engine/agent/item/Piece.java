/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.item;

import java.util.List;

/**
 * A text with what is known about it: a turn of a dialogue, a passage, a summary.
 *
 * <p>Units: time in nanoseconds since 1970.
 *
 * @param speaker who said it; empty where nobody did
 * @param session number of the session that it belongs to
 * @param origins numbers of the turns or passages that it was made of
 * @param triples statements that came with it; empty where they must be extracted
 */
public record Piece(
        String text, String speaker, long timeNanos, int session, List<Integer> origins, List<Triple> triples) {
    public Piece {
        origins = List.copyOf(origins);
        triples = List.copyOf(triples);
    }

    /** A text of a moment, made of nothing that was written. */
    public static Piece of(String text, long timeNanos, int session) {
        return new Piece(text, "", timeNanos, session, List.of(), List.of());
    }

    /** The same with other statements. */
    public Piece with(List<Triple> newTriples) {
        return new Piece(text, speaker, timeNanos, session, origins, newTriples);
    }

    /** The text as it is stored: with its speaker before it. */
    public String spoken() {
        return speaker.isEmpty() ? text : speaker + ": " + text;
    }
}
