/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A parameter of a {@link Mechanism}; its place in the list is its position in a call. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Param {
    /** The value of {@link #byDefault()} of a parameter that must be given. */
    String REQUIRED = "";

    /** The value of {@link #byDefault()} of a parameter that may be left out and then has no value. */
    String NONE = "none";

    String name();

    ParamType type();

    /** What it means, in one sentence. */
    String doc();

    /** The default, as one writes it in the language; or {@link #REQUIRED}, or {@link #NONE}. */
    String byDefault() default REQUIRED;

    /** The least value allowed, in base units. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest value allowed, in base units. */
    double max() default Double.POSITIVE_INFINITY;

    /**
     * The words allowed, for {@link ParamType#WORD}; the names that may stand in it, each followed by its unit where it has one
     * ({@code age s}), for {@link ParamType#FORMULA}.
     */
    String[] choices() default {};

    /** The kinds of mechanism allowed, for {@link ParamType#MECHANISM}. */
    MechanismKind[] kinds() default {};
}
