/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.outline;

/** What a word is in a text, which says how it is coloured. */
public enum Role {
    /** A word of the grammar. */
    KEYWORD,
    PACKAGE,
    /** A top-level declaration, where it is declared or named. */
    TYPE,
    /** A part of a declaration: a store, a tier, a step. */
    NAME,
    /** A parameter of a memory, or a variable of an event. */
    VARIABLE,
    /** A property, such as {@code capacity}. */
    PROPERTY,
    MECHANISM,
    /** The name of an argument of a mechanism. */
    ARGUMENT,
    METRIC,
    ENGINE,
    EVENT,
    /** A word with a fixed meaning: a choice, a number format, a percentile. */
    CHOICE,
    /** A number with its unit. */
    QUANTITY,
    TEXT,
    COMMENT
}
