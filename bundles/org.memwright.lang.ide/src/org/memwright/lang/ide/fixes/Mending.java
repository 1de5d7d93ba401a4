/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.fixes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.memwright.lang.Finding;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.text.Lines;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.ide.text.TextChange;

/** A finding, the file that it is in and the fixes found so far: what every kind of fix needs. */
class Mending {
    final Designs designs;
    final Path file;
    final XtextResource resource;
    final String text;
    final Finding finding;
    final List<Fix> fixes;

    Mending(Designs designs, Path file, Finding finding) {
        this.designs = designs;
        this.file = file.toAbsolutePath().normalize();
        this.resource = designs.resource(file);
        this.text = designs.text(file);
        this.finding = finding;
        this.fixes = new ArrayList<>();
    }

    /** The same finding, for fixes of one kind. */
    Mending(Mending other) {
        this.designs = other.designs;
        this.file = other.file;
        this.resource = other.resource;
        this.text = other.text;
        this.finding = other.finding;
        this.fixes = other.fixes;
    }

    Span span() {
        return new Span(finding.offset(), finding.length());
    }

    /** What the finding is about, as it is written. */
    String written() {
        return span().of(text);
    }

    /** What the check says that a fix needs. */
    Optional<String> data(int index) {
        return index < finding.data().size() && !finding.data().get(index).isBlank()
                ? Optional.of(finding.data().get(index))
                : Optional.empty();
    }

    void change(String title, Span span, String replacement) {
        if (!span.of(text).equals(replacement)) {
            change(title, Map.of(file, List.of(new TextChange(span, replacement))));
        }
    }

    void change(String title, Map<Path, List<TextChange>> changes) {
        fixes.add(new Fix(title, finding, changes));
    }

    void insert(String title, int offset, String inserted) {
        change(title, new Span(offset, 0), inserted);
    }

    /** The innermost part of a type that the finding is in. */
    <P extends EObject> Optional<P> at(Class<P> type) {
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(
                resource.getParseResult().getRootNode(), Math.min(finding.offset(), Math.max(0, text.length() - 1)));
        EObject part = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
        return Optional.ofNullable(part == null ? null : EcoreUtil2.getContainerOfType(part, type));
    }

    /** Where a part is written. */
    static Optional<Span> place(EObject part) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(part);
        return node == null ? Optional.empty() : Optional.of(new Span(node.getOffset(), node.getLength()));
    }

    /** Where the first value of a feature is written. */
    static Optional<Span> place(EObject part, EStructuralFeature feature) {
        for (INode node : NodeModelUtils.findNodesForFeature(part, feature)) {
            return Optional.of(new Span(node.getOffset(), node.getLength()));
        }
        return Optional.empty();
    }

    /** The white space that the line of an offset begins with. */
    String indentation(int offset) {
        var lines = new Lines(text);
        String line = text.substring(lines.start(lines.line(offset)), offset);
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
