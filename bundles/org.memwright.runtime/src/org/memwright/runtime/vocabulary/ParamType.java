/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

/** The type of a parameter of a mechanism. */
public enum ParamType {
    /** A number of tokens: {@code 16 tokens}; a bare integer is taken as tokens. */
    TOKENS("a number of tokens, such as 16 tokens"),
    /** Tokens, or a share of what there is: {@code 1024 tokens}, {@code 20%}. */
    TOKENS_OR_RATIO("a number of tokens or a ratio, such as 1024 tokens or 20%"),
    /** A whole number. */
    COUNT("a whole number, such as 4"),
    /** A number without a dimension. */
    NUMBER("a number, such as 1.5"),
    /** A ratio: {@code 20%}, {@code 0.2}. */
    RATIO("a ratio, such as 20% or 0.2"),
    BYTES("a number of bytes, such as 2 MiB"),
    TIME("a time, such as 50 ms"),
    RATE("a rate, such as 4 /s"),
    BANDWIDTH("a bandwidth, such as 31.5 GB/s"),
    /** One of the choices. */
    WORD("a word"),
    /** Any word or text: the name of a column. */
    NAME("a name"),
    /** A text in quotes: a path, relative to the file that holds it. */
    FILE("a path in quotes"),
    /** The name of a tier of the hardware. */
    TIER("the name of a tier"),
    /** The name of a store of the same memory. */
    STORE("the name of a store of this memory"),
    /** A tier, or a store of the same memory. */
    PLACE("the name of a tier, or of a store of this memory"),
    /** A version, such as {@code 0.19}. */
    VERSION("a version, such as 0.19"),
    /** A call of another mechanism, of the kinds that the parameter names. */
    MECHANISM("a mechanism"),
    /** What an event brings, a store, a text, or an action that gives items: {@code summarise(events.session)}. */
    ITEMS("items: what the event brings, a store, or an action that gives items"),
    /** A formula over the fields of an item, which are the choices: {@code exp(-age / (strength * 30 d)) > 0.05}. */
    FORMULA("a formula over the fields of an item");

    private final String label;

    ParamType(String label) {
        this.label = label;
    }

    /** How a message says what is expected. */
    public String label() {
        return label;
    }
}
