/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a metric that an engine produces. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Metric {
    String name();

    /** What it measures, in one sentence. */
    String doc();

    /** How it is computed, in the words that the report uses. */
    String formula();

    /** The unit that it is shown in, such as {@code ms} or {@code tokens/s}; empty for a plain number. */
    String unit() default "";

    MetricArgument argument() default MetricArgument.NONE;

    /** The arguments allowed, for {@link MetricArgument#THING}. */
    String[] things() default {"requests", "tokens"};

    Better better() default Better.NEITHER;
}
