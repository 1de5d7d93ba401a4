/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.item;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with what is known about it: a turn of a dialogue, a passage, a summary.
 *
 * <p>Units: time in nanoseconds since 1970.
 *
 * @param speaker who said it; empty where nobody did
 * @param session number of the session that it belongs to
 * @param origins numbers of the turns or passages that it was made of
 * @param triples statements that came with it; empty where they must be extracted
 * @param marks of a note: tags and a context
 */
public record Piece(
        String text,
        String speaker,
        long timeNanos,
        int session,
        List<Integer> origins,
        List<Triple> triples,
        Marks marks) {
    public Piece {
        origins = List.copyOf(origins);
        triples = List.copyOf(triples);
    }

    /** A text without marks. */
    public Piece(
            String text, String speaker, long timeNanos, int session, List<Integer> origins, List<Triple> triples) {
        this(text, speaker, timeNanos, session, origins, triples, Marks.NONE);
    }

    /** A text of a moment, made of nothing that was written. */
    public static Piece of(String text, long timeNanos, int session) {
        return new Piece(text, "", timeNanos, session, List.of(), List.of());
    }

    /** The same with other statements. */
    public Piece with(List<Triple> newTriples) {
        return new Piece(text, speaker, timeNanos, session, origins, newTriples, marks);
    }

    /** The same with other marks. */
    public Piece marked(Marks newMarks) {
        return new Piece(text, speaker, timeNanos, session, origins, triples, newMarks);
    }

    /** The same with other words. */
    public Piece saying(String newText) {
        return new Piece(newText, speaker, timeNanos, session, origins, triples, marks);
    }

    /** The same, made of these turns or passages as well. */
    public Piece alsoFrom(List<Integer> others) {
        Set<Integer> all = new LinkedHashSet<>(origins);
        all.addAll(others);
        return new Piece(text, speaker, timeNanos, session, List.copyOf(all), triples, marks);
    }

    /** The text as it is stored: with its speaker before it. */
    public String spoken() {
        return speaker.isEmpty() ? text : speaker + ": " + text;
    }

    /** What it is found by: the text as it is stored, and its marks. */
    public String searched() {
        return marks.isEmpty() ? spoken() : spoken() + "\n" + marks.text();
    }
}
