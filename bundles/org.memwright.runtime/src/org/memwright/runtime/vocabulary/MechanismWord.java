/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A mechanism of the vocabulary, as {@link Mechanism} declares it, with the factory that makes it. */
public record MechanismWord(
        String name,
        List<String> engines,
        MechanismKind kind,
        String doc,
        String source,
        List<ParamWord> params,
        List<String> events,
        MechanismFactory<?> factory) {

    /** @throws IllegalArgumentException if the factory carries no {@link Mechanism} */
    public static MechanismWord of(MechanismFactory<?> factory) {
        Mechanism m = factory.getClass().getAnnotation(Mechanism.class);
        if (m == null) {
            throw new IllegalArgumentException(factory.getClass().getName() + " has no @Mechanism annotation");
        }
        return new MechanismWord(
                m.name(),
                List.of(m.engines()),
                m.kind(),
                m.doc(),
                m.source(),
                Arrays.stream(m.params()).map(ParamWord::of).toList(),
                List.of(m.events()),
                factory);
    }

    public Optional<ParamWord> param(String name) {
        return params.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** How a call looks: {@code pages(size: 16 tokens, table: block, share: none)}. */
    public String signature() {
        return name
                + params.stream()
                        .map(p -> p.isRequired() ? p.name() : p.name() + ": " + p.byDefault())
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
