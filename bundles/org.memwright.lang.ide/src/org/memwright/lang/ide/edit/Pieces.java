/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * A text made of pieces of another one and of new pieces, so that changes made one after the other become changes of the first text.
 */
final class Pieces {
    /** Characters of the first text from an offset on, or new ones where the offset is {@link #NEW}. */
    private record Piece(int offset, String text) {
        boolean isNew() {
            return offset == NEW;
        }

        Piece part(int from, int to) {
            return new Piece(isNew() ? NEW : offset + from, text.substring(from, to));
        }
    }

    private static final int NEW = -1;

    private final String original;
    private List<Piece> pieces;

    Pieces(String original) {
        this.original = original;
        pieces = original.isEmpty() ? List.of() : List.of(new Piece(0, original));
    }

    /** Makes replacements in the text as it is now. */
    void replace(List<Replacement> replacements) {
        List<Piece> result = new ArrayList<>();
        List<Replacement> sorted = Replacement.sorted(replacements);
        int next = 0;
        int at = 0;
        for (Piece piece : pieces) {
            int end = at + piece.text.length();
            int from = at;
            while (next < sorted.size() && sorted.get(next).offset() < end) {
                Replacement replacement = sorted.get(next);
                if (replacement.offset() >= from) {
                    add(result, piece.part(from - at, replacement.offset() - at));
                    add(result, new Piece(NEW, replacement.text()));
                }
                from = Math.max(from, Math.min(end, replacement.end()));
                if (replacement.end() > end) {
                    break;
                }
                next++;
            }
            // the rest of a replacement that began in an earlier piece
            add(result, piece.part(from - at, piece.text.length()));
            at = end;
        }
        for (; next < sorted.size(); next++) {
            if (sorted.get(next).offset() >= at) {
                add(result, new Piece(NEW, sorted.get(next).text()));
            }
        }
        pieces = result;
    }

    private static void add(List<Piece> pieces, Piece piece) {
        if (!piece.text.isEmpty()) {
            pieces.add(piece);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text));
        return text.toString();
    }

    /** The places of new characters in the text as it is now, as offset and end. */
    List<int[]> news() {
        List<int[]> news = new ArrayList<>();
        int at = 0;
        for (Piece piece : pieces) {
            if (piece.isNew()) {
                news.add(new int[] {at, at + piece.text.length()});
            }
            at += piece.text.length();
        }
        return news;
    }

    /** What turns the first text into this one; characters that stay are not mentioned. */
    List<Replacement> replacements() {
        List<Replacement> result = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Piece piece : pieces) {
            if (piece.isNew()) {
                text.append(piece.text);
            } else {
                close(result, at, piece.offset, text);
                at = piece.offset + piece.text.length();
            }
        }
        close(result, at, original.length(), text);
        return result;
    }

    private void close(List<Replacement> result, int from, int to, StringBuilder text) {
        int start = from;
        int end = to;
        int first = 0;
        int last = text.length();
        while (start < end && first < last && original.charAt(start) == text.charAt(first)) {
            start++;
            first++;
        }
        while (end > start && last > first && original.charAt(end - 1) == text.charAt(last - 1)) {
            end--;
            last--;
        }
        if (start < end || first < last) {
            result.add(new Replacement(start, end - start, text.substring(first, last)));
        }
        text.setLength(0);
    }
}
