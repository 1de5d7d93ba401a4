/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.program;

import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.task.text.Tokens;

/** All that happened, in its order: the goal, the beginnings of steps, what was done. Entries are never taken back. */
public final class Log {
    private final Tokens tokens;
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private long total;
    private long bytes;

    public Log(Tokens tokens) {
        this.tokens = tokens;
    }

    /** @return number of the entry */
    public int add(String text) {
        int count = tokens.count(text);
        texts.add(text);
        counts.add(count);
        total += count;
        bytes += bytes(text);
        return texts.size() - 1;
    }

    /** Bytes of a text as it is stored. */
    public static long bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    public int size() {
        return texts.size();
    }

    public String text(int entry) {
        return texts.get(entry);
    }

    public int tokens(int entry) {
        return counts.get(entry);
    }

    /** Tokens of all entries. */
    public long tokens() {
        return total;
    }

    public long bytes() {
        return bytes;
    }

    public Tokens counter() {
        return tokens;
    }
}
