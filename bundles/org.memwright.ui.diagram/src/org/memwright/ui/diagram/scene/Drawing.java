/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

import java.util.List;
import org.eclipse.emf.ecore.EObject;

/**
 * What a scene should show, as one parse of the text says it.
 *
 * @param root the outermost part with all that is in it
 * @param edges between parts, by their keys
 */
public record Drawing(Part root, List<Line> edges) {
    public Drawing {
        edges = List.copyOf(edges);
    }

    /** A part of a drawing; the key is unique among the parts. */
    public record Part(Kind kind, String key, Facts facts, EObject element, boolean editable, List<Part> children) {
        public Part {
            children = List.copyOf(children);
        }
    }

    /** An edge of a drawing; the key is unique among the edges. */
    public record Line(
            Kind kind, String key, Facts facts, EObject element, boolean editable, String source, String target) {}
}
