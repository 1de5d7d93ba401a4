/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.memwright.runtime.plan.TaskPlan;
import org.memwright.runtime.plan.TaskPlan.StepPlan;
import org.memwright.runtime.plan.TaskPlan.Use;

/**
 * A tree of steps while it is worked on.
 *
 * <p>A step waits until those that it and the steps around it are {@code after} and {@code uses} are done or skipped; a step with steps
 * below it is done last, to conclude. Where a step fails for good, the steps around it fail and those that wait for it are
 * skipped.
 *
 * <p>State: a node per step; steps of a sub-tree that was replaced stay, marked. Cost: linear in the steps for each question about
 * the tree as a whole.
 */
public final class TaskTree {
    private List<StepPlan> steps;
    private List<List<Integer>> children = List.of();
    private Node[] nodes;

    /** @param task steps wait in no circle */
    public TaskTree(TaskPlan task) {
        steps = task.steps();
        nodes = new Node[steps.size()];
        Arrays.setAll(nodes, Node::at);
        link();
    }

    /** What the tree was at a moment. */
    public record Snapshot(List<StepPlan> steps, List<Node> nodes) {
        public Snapshot {
            steps = List.copyOf(steps);
            nodes = List.copyOf(nodes);
        }
    }

    private void link() {
        List<List<Integer>> linked = new ArrayList<>();
        for (int i = 0; i <= steps.size(); i++) {
            linked.add(new ArrayList<>());
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!nodes[i].replaced()) {
                linked.get(steps.get(i).parent() + 1).add(i);
            }
        }
        linked.forEach(siblings -> siblings.sort(Comparator.comparingInt(step -> nodes[step].place())));
        children = linked;
    }

    public Snapshot snapshot() {
        return new Snapshot(steps, List.of(nodes));
    }

    /** Makes the tree what it was. */
    public void restore(Snapshot snapshot) {
        steps = snapshot.steps();
        nodes = snapshot.nodes().toArray(Node[]::new);
        link();
    }

    // ── questions ───────────────────────────────────────────────────────────────────────────────────────────

    /** Steps, with those that were replaced. */
    public int size() {
        return steps.size();
    }

    public StepPlan step(int step) {
        return steps.get(step);
    }

    public Node node(int step) {
        return nodes[step];
    }

    /** The steps right below a step, or below the task for {@link TaskPlan#TASK}. */
    public List<Integer> children(int step) {
        return children.get(step + 1);
    }

    /** The steps in the order of the text, those around a step before it; none that was replaced. */
    public List<Integer> live() {
        return below(TaskPlan.TASK);
    }

    /** All steps below one, in the order of the text. */
    public List<Integer> below(int step) {
        List<Integer> found = new ArrayList<>();
        List<Integer> open = new ArrayList<>(children(step).reversed());
        while (!open.isEmpty()) {
            int next = open.removeLast();
            found.add(next);
            open.addAll(children(next).reversed());
        }
        return found;
    }

    /** The steps around a step, the outermost first, and the step itself. */
    public List<Integer> path(int step) {
        List<Integer> path = new ArrayList<>();
        for (int at = step; at != TaskPlan.TASK; at = steps.get(at).parent()) {
            path.addFirst(at);
        }
        return path;
    }

    /** What a step and the steps around it read. */
    public List<Use> uses(int step) {
        return path(step).stream().flatMap(at -> steps.get(at).uses().stream()).toList();
    }

    /** The steps that a step waits for by a line of its own, those that it reads from included. */
    private List<Integer> waitsFor(int step) {
        List<Integer> waits = new ArrayList<>(steps.get(step).after());
        for (Use use : steps.get(step).uses()) {
            // what is given to a step around it is there when it begins
            boolean output = use.step() != TaskPlan.TASK
                    && (use.datum().isEmpty() || steps.get(use.step()).outputs().contains(use.datum()));
            if (output) {
                waits.add(use.step());
            }
        }
        return waits;
    }

    /** The steps that can be worked on now, in the order of the text. */
    public List<Integer> ready() {
        List<Integer> ready = new ArrayList<>();
        List<Integer> open = new ArrayList<>(children(TaskPlan.TASK).reversed());
        while (!open.isEmpty()) {
            int at = open.removeLast();
            boolean waits = nodes[at].status().isSettled()
                    || waitsFor(at).stream()
                            .anyMatch(before -> !nodes[before].status().isSettled());
            if (waits) {
                continue;
            }
            List<Integer> below = children(at);
            if (below.stream().allMatch(child -> nodes[child].status().isSettled())) {
                ready.add(at);
            } else {
                open.addAll(below.reversed());
            }
        }
        return ready;
    }

    // ── changes ─────────────────────────────────────────────────────────────────────────────────────────────

    private void change(int step, UnaryOperator<Node> change) {
        nodes[step] = change.apply(nodes[step]);
    }

    /** @param entry number of the log's entry that begins it */
    public void begin(int step, int entry) {
        change(step, node -> node.begin(entry));
    }

    public void add(int step, Turn turn, Map<String, String> outputs) {
        change(step, node -> node.add(turn, outputs));
    }

    public void set(int step, Status status) {
        change(step, node -> node.with(status));
    }

    public void summarise(int step, String summary) {
        change(step, node -> node.summarised(summary));
    }

    /** Drops what was said at a step; its outputs and its summary stay. */
    public void prune(int step) {
        change(step, Node::prune);
    }

    /**
     * Lets failures spread: steps around a failed one fail, steps that wait for a failed one are skipped, and with them those
     * that wait for these.
     */
    public void settle() {
        boolean changed = true;
        boolean[] blocked = new boolean[steps.size()];
        List<Integer> live = live();
        while (changed) {
            changed = false;
            for (int step : live.reversed()) {
                boolean open = !nodes[step].status().isSettled();
                boolean below = children(step).stream()
                        .anyMatch(child -> nodes[child].status() == Status.FAILED || blocked[child]);
                if (open && below) {
                    set(step, Status.FAILED);
                    changed = true;
                }
            }
            for (int step : live) {
                boolean open = !nodes[step].status().isSettled();
                int parent = steps.get(step).parent();
                boolean lost = waitsFor(step).stream()
                                .anyMatch(before -> nodes[before].status() == Status.FAILED || blocked[before])
                        || (parent != TaskPlan.TASK && (blocked[parent] || nodes[parent].status() == Status.FAILED));
                if (open && lost) {
                    set(step, Status.SKIPPED);
                    blocked[step] = true;
                    changed = true;
                }
            }
        }
    }

    /**
     * Puts a new sub-tree in the place of a step's. What waited for a step of the old one waits for that of the same path in the new one,
     * or for its root where there is none.
     *
     * @param root of the sub-tree that is replaced
     * @param fresh the steps of the new one, its root first; the first of them will have the number {@link #size}, the next one more.
     *     Numbers of steps that are replaced are taken as those of the same path
     * @param reuse whether steps of the same path, title, inputs, outputs and dependencies that are done, and all that they read
     *     as well, stay done
     * @return how many steps were reused
     */
    public int replace(int root, List<StepPlan> fresh, boolean reuse) {
        List<Integer> old = new ArrayList<>(List.of(root));
        old.addAll(below(root));
        int first = steps.size();
        Map<String, Integer> byPath = new HashMap<>();
        for (int i = 0; i < fresh.size(); i++) {
            byPath.put(fresh.get(i).path(), first + i);
        }
        Map<Integer, Integer> moved = new HashMap<>();
        for (int step : old) {
            moved.put(step, byPath.getOrDefault(steps.get(step).path(), first));
        }
        Node[] grown = Arrays.copyOf(nodes, first + fresh.size());
        for (int i = first; i < grown.length; i++) {
            grown[i] = Node.at(i == first ? nodes[root].place() : i);
        }
        List<StepPlan> all = new ArrayList<>();
        for (int i = 0; i < first; i++) {
            all.add(moved.containsKey(i) ? steps.get(i) : moved(steps.get(i), moved));
        }
        for (StepPlan step : fresh) {
            all.add(moved(step, moved));
        }
        for (int step : old) {
            grown[step] = grown[step].replace();
        }
        nodes = grown;
        List<StepPlan> before = steps;
        steps = List.copyOf(all);
        link();
        return reuse ? takeOver(old, before, moved) : 0;
    }

    private static StepPlan moved(StepPlan step, Map<Integer, Integer> moved) {
        return new StepPlan(
                step.path(),
                step.title(),
                moved.getOrDefault(step.parent(), step.parent()),
                step.inputs(),
                step.outputs(),
                step.after().stream().map(i -> moved.getOrDefault(i, i)).toList(),
                step.uses().stream()
                        .map(use -> new Use(moved.getOrDefault(use.step(), use.step()), use.datum()))
                        .toList(),
                step.position());
    }

    private int takeOver(List<Integer> old, List<StepPlan> before, Map<Integer, Integer> moved) {
        int reused = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int step : old.reversed()) {
                int fresh = moved.getOrDefault(step, step);
                if (nodes[fresh].status() != Status.PENDING || nodes[step].status() != Status.DONE) {
                    continue;
                }
                boolean same = isSame(steps.get(fresh), moved(before.get(step), moved));
                boolean read = waitsFor(fresh).stream().allMatch(i -> nodes[i].status() == Status.DONE);
                boolean below = children(fresh).stream().allMatch(i -> nodes[i].status() == Status.DONE);
                if (same && read && below) {
                    Node done = nodes[step];
                    nodes[fresh] = new Node(
                            Status.DONE,
                            done.begun(),
                            done.turns(),
                            done.outputs(),
                            done.summary(),
                            done.pruned(),
                            false,
                            nodes[fresh].place());
                    reused++;
                    changed = true;
                }
            }
        }
        return reused;
    }

    /** Whether two steps are declared alike, wherever. */
    private static boolean isSame(StepPlan a, StepPlan b) {
        return a.path().equals(b.path())
                && a.title().equals(b.title())
                && a.inputs().equals(b.inputs())
                && a.outputs().equals(b.outputs())
                && a.after().equals(b.after())
                && a.uses().equals(b.uses());
    }
}
