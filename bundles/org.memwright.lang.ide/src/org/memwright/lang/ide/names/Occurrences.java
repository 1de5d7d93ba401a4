/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.names;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.ide.meaning.Experiments;
import org.memwright.lang.ide.meaning.Meaning;
import org.memwright.lang.ide.meaning.Word;
import org.memwright.lang.ide.meaning.Words;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.text.Location;
import org.memwright.lang.ide.text.Span;
import org.memwright.model.Component;
import org.memwright.model.Hardware;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Named;
import org.memwright.model.Parameter;
import org.memwright.model.Store;

/**
 * Knows declarations and all their uses: cross references, names in expressions, imports of one name, arguments of a column.
 *
 * <p>A parameter, store or part that a declaration inherits and declares again is one thing with that of its ancestor.
 *
 * <p>State: none; each question reads the files that it needs. Cost: linear in one file, or for {@link #of} in the project.
 */
public final class Occurrences {
    private final Designs designs;
    private final Experiments experiments;

    public Occurrences(Designs designs) {
        this.designs = designs;
        this.experiments = new Experiments(designs);
    }

    /** All declarations and uses in one file, by place. */
    public List<Occurrence> in(XtextResource resource) {
        URI file = file(resource);
        List<Occurrence> found = new ArrayList<>();
        for (Word word : Words.of(designs, experiments, resource)) {
            if (word.meaning() instanceof Meaning.Declared declared) {
                List<Named> targets = declared.targets().stream()
                        .map(Occurrences::first)
                        .distinct()
                        .toList();
                found.add(new Occurrence(new Location(file, word.span()), targets, declared.here()));
            }
        }
        return found;
    }

    /** What is declared or named where a caret stands. */
    public Optional<Occurrence> at(XtextResource resource, int caret) {
        return in(resource).stream()
                .filter(occurrence -> occurrence.location().span().touches(caret))
                .min(Comparator.comparingInt(
                        occurrence -> occurrence.location().span().end() == caret ? 1 : 0));
    }

    /** Every place of the project where one of some things is declared or named, by file and place. */
    public List<Occurrence> of(List<Named> things) {
        Set<Named> wanted = new LinkedHashSet<>();
        things.forEach(thing -> wanted.add(first(thing)));
        List<Occurrence> found = new ArrayList<>();
        for (XtextResource resource : designs.resources()) {
            found.addAll(of(wanted, resource));
        }
        return found;
    }

    /** The places of one file where one of some things is declared or named. */
    public List<Occurrence> of(Set<Named> things, XtextResource resource) {
        return in(resource).stream()
                .filter(occurrence -> occurrence.targets().stream().anyMatch(things::contains))
                .toList();
    }

    /** Where something is declared: its name, in the project or in the library. */
    public static Optional<Location> declaration(Named named) {
        Resource resource = named.eResource();
        if (resource == null) {
            return Optional.empty();
        }
        for (INode node : NodeModelUtils.findNodesForFeature(named, ModelPackage.Literals.NAMED__NAME)) {
            return Optional.of(new Location(file(resource), new Span(node.getOffset(), node.getLength())));
        }
        return Optional.empty();
    }

    /** The address of a resource. */
    public static URI file(Resource resource) {
        return resource.getURI().isFile()
                ? java.nio.file.Path.of(resource.getURI().toFileString()).toUri()
                : URI.create(resource.getURI().toString());
    }

    /** Of a part that is declared again further down, the first declaration; anything else is itself. */
    public static Named first(Named named) {
        EObject owner = named.eContainer();
        return switch (named) {
            case Parameter parameter
            when owner instanceof Memory memory ->
                furthest(parameter, memory, Memory::getParent, Memory::getParameters);
            case Store store
            when owner instanceof Memory memory -> furthest(store, memory, Memory::getParent, Memory::getStores);
            case Component component
            when owner instanceof Hardware hardware ->
                furthest(component, hardware, Hardware::getParent, Hardware::getComponents);
            default -> named;
        };
    }

    private static <D extends EObject, P extends Named> P furthest(
            P part, D owner, Function<D, @Nullable D> parent, Function<D, List<P>> parts) {
        P furthest = part;
        Set<D> line = new LinkedHashSet<>();
        D at = owner;
        while (at != null && !at.eIsProxy() && line.add(at)) {
            for (P other : parts.apply(at)) {
                if (other.getName() != null && other.getName().equals(part.getName())) {
                    furthest = other;
                    break;
                }
            }
            at = parent.apply(at);
        }
        return furthest;
    }
}
