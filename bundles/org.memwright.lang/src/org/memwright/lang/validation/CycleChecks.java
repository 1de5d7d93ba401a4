/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.issue.LangIssue;
import org.memwright.model.Component;
import org.memwright.model.Datum;
import org.memwright.model.Declaration;
import org.memwright.model.Hardware;
import org.memwright.model.Memory;
import org.memwright.model.Model;
import org.memwright.model.ModelPackage;
import org.memwright.model.Named;
import org.memwright.model.Step;
import org.memwright.model.Task;
import org.memwright.model.TaskElement;
import org.memwright.model.TaskNode;
import org.memwright.model.Use;
import org.memwright.model.Workload;

/** Nothing extends itself, is built of itself or waits for itself. */
public class CycleChecks extends Checks {
    @Check
    public void extendsNoCircle(Hardware hardware) {
        extendsNoCircle(hardware, Hardware::getParent, ModelPackage.Literals.HARDWARE__PARENT);
    }

    @Check
    public void extendsNoCircle(Model model) {
        extendsNoCircle(model, Model::getParent, ModelPackage.Literals.MODEL__PARENT);
    }

    @Check
    public void extendsNoCircle(Memory memory) {
        extendsNoCircle(memory, Memory::getParent, ModelPackage.Literals.MEMORY__PARENT);
    }

    @Check
    public void extendsNoCircle(Workload workload) {
        extendsNoCircle(workload, Workload::getParent, ModelPackage.Literals.WORKLOAD__PARENT);
    }

    /** Reports each declaration that is on a circle, not those that only lead to one. */
    private <D extends Declaration> void extendsNoCircle(
            D declaration, Function<D, @Nullable D> parent, EReference feature) {
        Set<D> line = new LinkedHashSet<>();
        D at = declaration;
        while (at != null && !at.eIsProxy() && line.add(at)) {
            at = parent.apply(at);
        }
        if (declaration.equals(at)) {
            report(
                    declaration,
                    feature,
                    LangIssue.EXTENDS_CYCLE,
                    List.of(),
                    declaration.getName(),
                    path(line, declaration));
        }
    }

    private static String path(Iterable<? extends Named> line, Named end) {
        List<String> names = new ArrayList<>();
        line.forEach(each -> names.add(each.getName()));
        names.add(end.getName());
        return shortened(names);
    }

    private static String shortened(List<String> names) {
        if (names.size() <= 12) {
            return String.join(" -> ", names);
        }
        return String.join(" -> ", names.subList(0, 6)) + " -> ... -> "
                + String.join(" -> ", names.subList(names.size() - 5, names.size()));
    }

    @Check
    public void isNotBuiltOfItself(Hardware hardware) {
        Map<Hardware, Hardware> cameFrom = new HashMap<>();
        List<Hardware> open = new ArrayList<>(List.of(hardware));
        while (!open.isEmpty()) {
            Hardware at = open.removeLast();
            for (Component component : at.getComponents()) {
                Hardware used = component instanceof Use use ? use.getHardware() : null;
                if (used == null || used.eIsProxy()) {
                    continue;
                }
                if (used.equals(hardware)) {
                    List<String> names = new ArrayList<>(List.of(hardware.getName()));
                    for (Hardware back = at; back != null && !back.equals(hardware); back = cameFrom.get(back)) {
                        names.addFirst(back.getName());
                    }
                    names.addFirst(hardware.getName());
                    report(
                            hardware,
                            ModelPackage.Literals.NAMED__NAME,
                            LangIssue.USE_CYCLE,
                            List.of(),
                            hardware.getName(),
                            shortened(names));
                    return;
                }
                if (!cameFrom.containsKey(used)) {
                    cameFrom.put(used, at);
                    open.add(used);
                }
            }
        }
    }

    /** A moment of a step: when it begins, or when it is done. */
    private record Moment(TaskNode node, boolean done) {}

    /**
     * Every step can be done after what it waits for: a step begins after those named by {@code after} and {@code uses} are
     * done, its own steps begin after it begins and are done before it is done.
     */
    @Check
    public void stepsDoNotWaitForThemselves(Task task) {
        Map<Moment, List<Moment>> waits = new LinkedHashMap<>();
        List<Step> steps = new ArrayList<>();
        collect(task, steps, waits);
        Set<Moment> finished = new LinkedHashSet<>();
        for (Moment start : waits.keySet()) {
            if (!finished.contains(start)) {
                List<Moment> circle = circle(start, waits, finished);
                if (circle != null) {
                    reportCircle(circle);
                    return;
                }
            }
        }
    }

    private static void collect(TaskNode node, List<Step> steps, Map<Moment, List<Moment>> waits) {
        var open = new ArrayDeque<TaskNode>(List.of(node));
        while (!open.isEmpty()) {
            TaskNode at = open.removeFirst();
            List<Moment> done = waits.computeIfAbsent(new Moment(at, true), key -> new ArrayList<>());
            done.add(new Moment(at, false));
            for (Step step : at.getSteps()) {
                steps.add(step);
                done.add(new Moment(step, true));
                List<Moment> begin = waits.computeIfAbsent(new Moment(step, false), key -> new ArrayList<>());
                begin.add(new Moment(at, false));
                for (Step before : step.getAfter()) {
                    addDone(begin, before);
                }
                for (TaskElement used : step.getUses()) {
                    if (used instanceof Step before) {
                        addDone(begin, before);
                    } else if (used instanceof Datum datum
                            && datum.eContainer() instanceof Step owner
                            && owner.getOutputs().contains(datum)) {
                        addDone(begin, owner);
                    }
                }
                open.add(step);
            }
        }
    }

    private static void addDone(List<Moment> waits, Step step) {
        if (step != null && !step.eIsProxy()) {
            waits.add(new Moment(step, true));
        }
    }

    /** Goes through what a moment waits for, without recursion: trees may be deep. */
    private static @Nullable List<Moment> circle(Moment start, Map<Moment, List<Moment>> waits, Set<Moment> finished) {
        Map<Moment, Integer> onPath = new LinkedHashMap<>();
        List<Moment> path = new ArrayList<>(List.of(start));
        onPath.put(start, 0);
        while (!path.isEmpty()) {
            Moment at = path.getLast();
            List<Moment> next = waits.getOrDefault(at, List.of());
            int position = onPath.getOrDefault(at, 0);
            if (position == next.size()) {
                finished.add(at);
                onPath.remove(at);
                path.removeLast();
                continue;
            }
            onPath.put(at, position + 1);
            Moment candidate = next.get(position);
            if (onPath.containsKey(candidate)) {
                return new ArrayList<>(path.subList(path.indexOf(candidate), path.size()));
            }
            if (!finished.contains(candidate)) {
                path.add(candidate);
                onPath.put(candidate, 0);
            }
        }
        return null;
    }

    private void reportCircle(List<Moment> circle) {
        List<String> names = new ArrayList<>();
        Step first = null;
        boolean afterIt = false;
        for (Moment moment : circle) {
            if (moment.node() instanceof Step step) {
                if (step.getName() == null) {
                    return; // half typed, which is reported
                }
                if (names.isEmpty() || !names.getLast().equals(step.getName())) {
                    names.add(step.getName());
                }
                if (!moment.done()
                        && (first == null || !afterIt)
                        && !(step.getAfter().isEmpty() && step.getUses().isEmpty())) {
                    first = step;
                    afterIt = !step.getAfter().isEmpty();
                }
            }
        }
        if (first == null) {
            return;
        }
        String start = String.valueOf(first.getName());
        while (names.size() > 1 && names.getFirst().equals(names.getLast())) {
            names.removeLast();
        }
        int turn = names.indexOf(start);
        Collections.rotate(names, -turn);
        names.add(start);
        report(
                first,
                first.getAfter().isEmpty() ? ModelPackage.Literals.STEP__USES : ModelPackage.Literals.STEP__AFTER,
                LangIssue.STEP_CYCLE,
                List.of(),
                start,
                shortened(names));
    }
}
