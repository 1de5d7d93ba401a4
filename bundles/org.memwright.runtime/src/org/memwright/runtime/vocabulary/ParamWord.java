/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

import java.util.List;

/**
 * A parameter of a mechanism, as {@link Param} declares it.
 *
 * @param byDefault the default as written in the language, {@link Param#REQUIRED} or {@link Param#NONE}
 */
public record ParamWord(
        String name,
        ParamType type,
        String doc,
        String byDefault,
        double min,
        double max,
        List<String> choices,
        List<MechanismKind> kinds) {

    static ParamWord of(Param p) {
        return new ParamWord(
                p.name(), p.type(), p.doc(), p.byDefault(), p.min(), p.max(), List.of(p.choices()), List.of(p.kinds()));
    }

    public boolean isRequired() {
        return byDefault.equals(Param.REQUIRED);
    }

    /** Whether leaving it out fills in a value. */
    public boolean hasDefault() {
        return !isRequired() && !byDefault.equals(Param.NONE);
    }
}
