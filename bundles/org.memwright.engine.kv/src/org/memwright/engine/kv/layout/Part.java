/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout;

/** Which part of what a token leaves a store holds. */
public enum Part {
    KEYS(true, false),
    VALUES(false, true),
    BOTH(true, true);

    private final boolean keys;
    private final boolean values;

    Part(boolean keys, boolean values) {
        this.keys = keys;
        this.values = values;
    }

    public boolean holdsKeys() {
        return keys;
    }

    public boolean holdsValues() {
        return values;
    }

    /** Keys and values counted apart: 2 for both. */
    public int count() {
        return this == BOTH ? 2 : 1;
    }

    /** The part with that word: {@code keys}, {@code values} or {@code both}. */
    public static Part of(String word) {
        return switch (word) {
            case "keys" -> KEYS;
            case "values" -> VALUES;
            case "both" -> BOTH;
            default -> throw new IllegalArgumentException("part is '" + word + "', must be keys, values or both");
        };
    }
}
