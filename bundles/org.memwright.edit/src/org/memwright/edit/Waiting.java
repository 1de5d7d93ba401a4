/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.memwright.model.Declaration;
import org.memwright.model.Step;
import org.memwright.model.TaskElement;
import org.memwright.model.TaskNode;

/**
 * Which steps of a task wait for which, and whether some wait for each other.
 *
 * <p>A step starts when its parent has started, when the steps after which it comes are done and what it uses is there; it is
 * done when its own steps are. Data of a step around it is there from the start. Cost: linear in steps and edges.
 */
public final class Waiting {
    /** The start or the end of a step. */
    private record Event(TaskNode step, boolean end) {}

    private final TaskNode task;
    private final Map<Step, List<TaskElement>> added = new HashMap<>();
    private @Nullable Step first;
    private @Nullable Step moved;
    private @Nullable TaskNode target;

    private Waiting(TaskNode task) {
        this.task = task;
    }

    /** The order of the task that a step is in, as it is. */
    public static Waiting after(TaskNode part) {
        EObject at = part;
        while (!(at instanceof Declaration) && at.eContainer() != null) {
            at = at.eContainer();
        }
        return new Waiting((TaskNode) at);
    }

    /** The same with one edge more. */
    public Waiting adding(Step step, TaskElement waitsFor) {
        first = step;
        added.computeIfAbsent(step, key -> new ArrayList<>()).add(waitsFor);
        return this;
    }

    /** The same with a step at another place. */
    public Waiting moving(Step step, TaskNode parent) {
        first = step;
        moved = step;
        target = parent;
        return this;
    }

    /**
     * Steps that wait for each other, each for the next: {@code choose → search → choose}; empty where all can be done.
     *
     * <p>The path begins with the step that was asked about, where that is on it.
     */
    public Optional<String> circle() {
        Map<Event, List<Event>> needs = new LinkedHashMap<>();
        collect(task, needs);
        Set<Event> done = new HashSet<>();
        for (Event start : needs.keySet()) {
            List<Event> circle = search(start, needs, done);
            if (!circle.isEmpty()) {
                return Optional.of(names(circle));
            }
        }
        return Optional.empty();
    }

    private void collect(TaskNode node, Map<Event, List<Event>> needs) {
        var start = new Event(node, false);
        var end = new Event(node, true);
        needs.computeIfAbsent(start, key -> new ArrayList<>());
        needs.computeIfAbsent(end, key -> new ArrayList<>()).add(start);
        if (node instanceof Step step) {
            TaskNode parent = parent(step);
            if (parent != null) {
                needs.get(start).add(new Event(parent, false));
                needs.computeIfAbsent(new Event(parent, true), key -> new ArrayList<>())
                        .add(end);
            }
            for (TaskElement element : waitsFor(step)) {
                TaskNode needed = element instanceof TaskNode other ? other : (TaskNode) element.eContainer();
                boolean around = !(element instanceof TaskNode) && needed != null && isAround(needed, step);
                if (needed != null && !around) {
                    needs.get(start).add(new Event(needed, true));
                }
            }
        }
        node.getSteps().forEach(child -> collect(child, needs));
    }

    private List<TaskElement> waitsFor(Step step) {
        List<TaskElement> all = new ArrayList<>(step.getAfter());
        all.addAll(step.getUses());
        all.addAll(added.getOrDefault(step, List.of()));
        return all;
    }

    private @Nullable TaskNode parent(Step step) {
        return step == moved ? target : step.eContainer() instanceof TaskNode node ? node : null;
    }

    private boolean isAround(TaskNode outer, Step inner) {
        for (TaskNode at = inner; at != null; at = at instanceof Step step ? parent(step) : null) {
            if (at == outer) {
                return true;
            }
        }
        return EcoreUtil.isAncestor(outer, inner) && moved == null;
    }

    /** A circle that can be reached; depth first, without recursion. */
    private static List<Event> search(Event start, Map<Event, List<Event>> needs, Set<Event> done) {
        if (done.contains(start)) {
            return List.of();
        }
        Deque<Event> path = new ArrayDeque<>();
        Map<Event, Integer> next = new HashMap<>();
        path.push(start);
        next.put(start, 0);
        while (!path.isEmpty()) {
            Event at = path.element();
            List<Event> before = needs.getOrDefault(at, List.of());
            int i = next.getOrDefault(at, 0);
            if (i == before.size()) {
                path.pop();
                next.remove(at);
                done.add(at);
                continue;
            }
            next.put(at, i + 1);
            Event needed = before.get(i);
            if (next.containsKey(needed)) {
                List<Event> circle = new ArrayList<>();
                for (Event event : path) {
                    circle.addFirst(event);
                    if (event.equals(needed)) {
                        break;
                    }
                }
                circle.add(needed);
                return circle;
            }
            if (!done.contains(needed)) {
                path.push(needed);
                next.put(needed, 0);
            }
        }
        return List.of();
    }

    private String names(List<Event> circle) {
        List<TaskNode> steps = new ArrayList<>();
        for (Event event : circle) {
            if (steps.isEmpty() || steps.getLast() != event.step()) {
                steps.add(event.step());
            }
        }
        if (steps.size() > 1 && steps.getFirst() == steps.getLast()) {
            steps.removeLast();
        }
        int start = Math.max(0, steps.indexOf(first));
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= steps.size(); i++) {
            names.add(steps.get((start + i) % steps.size()).getName());
        }
        return String.join(" → ", names);
    }
}
