/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Declarations and those that they extend: what is nearer replaces what has the same key, in its place. */
final class Lineage {
    private Lineage() {}

    /**
     * A declaration and its ancestors, the furthest first. Ends where {@code extends} is unknown or goes in a circle, which
     * the checks report.
     */
    static <D extends org.eclipse.emf.ecore.EObject> List<D> of(D declaration, Function<D, @Nullable D> parent) {
        Set<D> line = new LinkedHashSet<>();
        D at = declaration;
        while (at != null && !at.eIsProxy() && line.add(at)) {
            at = parent.apply(at);
        }
        return List.copyOf(line).reversed();
    }

    /** The parts of a line, by key; a later part with the key of an earlier one takes its place. */
    static <D, P> Map<String, P> merge(
            List<D> line, Function<D, ? extends List<? extends P>> parts, Function<P, @Nullable String> key) {
        Map<String, P> merged = new LinkedHashMap<>();
        for (D declaration : line) {
            for (P part : parts.apply(declaration)) {
                String name = key.apply(part);
                if (name != null && !name.isEmpty()) {
                    merged.put(name, part);
                }
            }
        }
        return merged;
    }

    /** The same, as a list in the order of first appearance. */
    static <D, P> List<P> mergedList(
            List<D> line, Function<D, ? extends List<? extends P>> parts, Function<P, @Nullable String> key) {
        return new ArrayList<>(merge(line, parts, key).values());
    }
}
