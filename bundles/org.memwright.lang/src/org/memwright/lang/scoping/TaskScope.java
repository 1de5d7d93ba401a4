/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.scoping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.impl.AbstractScope;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.jspecify.annotations.Nullable;
import org.memwright.model.Datum;
import org.memwright.model.Named;
import org.memwright.model.Step;
import org.memwright.model.TaskElement;
import org.memwright.model.TaskNode;

/**
 * Steps and data of a task as a step names them: a sibling by its name, what lies deeper with a path such as {@code
 * flight.ticket}; what is further out is known too, unless something nearer has its name.
 *
 * <p>Cost: a lookup is the number of levels above plus the segments of the name.
 */
final class TaskScope extends AbstractScope {
    private final TaskNode inside;
    private final EClass type;
    private final IResourceScopeCache cache;

    /**
     * @param inside the task or step whose children are nearest
     * @param type steps alone, or steps and data
     */
    TaskScope(TaskNode inside, EClass type, IResourceScopeCache cache) {
        super(IScope.NULLSCOPE, false);
        this.inside = inside;
        this.type = type;
        this.cache = cache;
    }

    @Override
    protected @Nullable IEObjectDescription getSingleLocalElementByName(QualifiedName name) {
        for (TaskNode level = inside; level != null; level = above(level)) {
            TaskElement found = descend(level, name);
            if (found != null && EcoreUtil2.isAssignableFrom(type, found.eClass())) {
                return EObjectDescription.create(name, found);
            }
        }
        return null;
    }

    @Override
    protected Iterable<IEObjectDescription> getLocalElementsByName(QualifiedName name) {
        IEObjectDescription found = getSingleLocalElementByName(name);
        return found == null ? List.of() : List.of(found);
    }

    @Override
    protected Iterable<IEObjectDescription> getLocalElementsByEObject(EObject object, URI uri) {
        if (!(object instanceof TaskElement)) {
            return List.of();
        }
        List<String> path = new ArrayList<>();
        for (EObject at = object; at instanceof TaskElement element; at = at.eContainer()) {
            path.addFirst(element.getName());
            IEObjectDescription found = getSingleLocalElementByName(QualifiedName.create(path));
            if (found != null && found.getEObjectOrProxy().equals(object)) {
                return List.of(found);
            }
        }
        return List.of();
    }

    @Override
    protected Iterable<IEObjectDescription> getAllLocalElements() {
        Map<QualifiedName, IEObjectDescription> all = new HashMap<>();
        for (TaskNode level = inside; level != null; level = above(level)) {
            collect(level, QualifiedName.EMPTY, all);
        }
        return all.values().stream()
                .filter(description -> EcoreUtil2.isAssignableFrom(type, description.getEClass()))
                .toList();
    }

    private void collect(TaskNode node, QualifiedName prefix, Map<QualifiedName, IEObjectDescription> all) {
        for (Map.Entry<String, TaskElement> child : children(node).entrySet()) {
            QualifiedName name = prefix.append(child.getKey());
            all.putIfAbsent(name, EObjectDescription.create(name, child.getValue()));
            if (child.getValue() instanceof Step step) {
                collect(step, name, all);
            }
        }
    }

    private @Nullable TaskElement descend(TaskNode from, QualifiedName name) {
        TaskNode node = from;
        TaskElement found = null;
        for (String segment : name.getSegments()) {
            if (node == null) {
                return null;
            }
            found = children(node).get(segment);
            if (found == null) {
                return null;
            }
            node = found instanceof Step step ? step : null;
        }
        return found;
    }

    private Map<String, TaskElement> children(TaskNode node) {
        Resource file = node.eResource();
        return file == null ? childrenOf(node) : cache.get(List.of("children", node), file, () -> childrenOf(node));
    }

    private static Map<String, TaskElement> childrenOf(TaskNode node) {
        Map<String, TaskElement> children = new HashMap<>();
        for (Step step : node.getSteps()) {
            put(children, step);
        }
        for (Datum output : node.getOutputs()) {
            put(children, output);
        }
        for (Datum input : node.getInputs()) {
            put(children, input);
        }
        return children;
    }

    private static <E extends TaskElement> void put(Map<String, TaskElement> children, E element) {
        if (((Named) element).getName() != null) {
            children.putIfAbsent(element.getName(), element);
        }
    }

    private static @Nullable TaskNode above(TaskNode node) {
        return node.eContainer() instanceof TaskNode outer ? outer : null;
    }
}
