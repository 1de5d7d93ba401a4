/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.properties;

/** What is written after the name of a property. */
public enum PropertyType {
    /** A quantity of the property's dimension. */
    QUANTITY,
    /** A whole number; of tokens where the property counts tokens. */
    COUNT,
    /** A number format, such as {@code fp16}. */
    PRECISION,
    /** One of a few words. */
    CHOICE,
    /** Nothing: the word alone. */
    FLAG,
    /** A call of a mechanism, such as {@code poisson(4 /s)}. */
    MECHANISM,
    /** A whole number, or {@code from} and a call of a source. */
    COUNT_OR_SOURCE
}
