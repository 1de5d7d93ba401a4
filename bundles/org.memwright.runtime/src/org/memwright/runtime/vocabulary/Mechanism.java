/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a mechanism in the language; stands on its {@link MechanismFactory}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Mechanism {
    /** The word of the language. */
    String name();

    /** The engines that take it, such as {@code kv}. */
    String[] engines();

    MechanismKind kind();

    /** What it does in the domain, in one sentence. */
    String doc();

    /** Author, year and title of the paper or system that it comes from. */
    String source();

    Param[] params() default {};

    /** The events that it may stand at, for {@link MechanismKind#ACTION}; empty for all of the engine. */
    String[] events() default {};
}
