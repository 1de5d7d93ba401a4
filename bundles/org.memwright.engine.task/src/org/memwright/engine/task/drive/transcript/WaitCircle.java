/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memwright.runtime.plan.TaskPlan;
import org.memwright.runtime.plan.TaskPlan.StepPlan;
import org.memwright.runtime.plan.TaskPlan.Use;

/**
 * Finds steps that wait for themselves. A step begins after those that it is after or uses are done, and after the step around it
 * begins; it is done after the steps below it are done.
 *
 * <p>Cost: linear in steps and dependencies; no recursion, for trees may be deep.
 */
final class WaitCircle {
    private final List<List<Integer>> waits = new ArrayList<>();

    private WaitCircle(List<StepPlan> steps) {
        for (int i = 0; i < 2 * steps.size(); i++) {
            waits.add(new ArrayList<>());
        }
        for (int i = 0; i < steps.size(); i++) {
            StepPlan step = steps.get(i);
            waits.get(done(i)).add(begin(i));
            if (step.parent() != TaskPlan.TASK) {
                waits.get(begin(i)).add(begin(step.parent()));
                waits.get(done(step.parent())).add(done(i));
            }
            for (int before : step.after()) {
                waits.get(begin(i)).add(done(before));
            }
            for (Use use : step.uses()) {
                boolean output = use.step() != TaskPlan.TASK
                        && (use.datum().isEmpty()
                                || steps.get(use.step()).outputs().contains(use.datum()));
                if (output) {
                    waits.get(begin(i)).add(done(use.step()));
                }
            }
        }
    }

    private static int begin(int step) {
        return 2 * step;
    }

    private static int done(int step) {
        return 2 * step + 1;
    }

    /** The steps of a circle, the first again at the end; empty where there is none. */
    static Optional<List<Integer>> find(List<StepPlan> steps) {
        return new WaitCircle(steps).find();
    }

    private Optional<List<Integer>> find() {
        int[] position = new int[waits.size()];
        boolean[] finished = new boolean[waits.size()];
        int[] depth = new int[waits.size()];
        for (int start = 0; start < waits.size(); start++) {
            List<Integer> path = new ArrayList<>();
            if (!finished[start]) {
                path.add(start);
                depth[start] = 1;
            }
            while (!path.isEmpty()) {
                int at = path.getLast();
                if (position[at] == waits.get(at).size()) {
                    finished[at] = true;
                    depth[at] = 0;
                    path.removeLast();
                    continue;
                }
                int next = waits.get(at).get(position[at]++);
                if (depth[next] > 0) {
                    return Optional.of(named(path.subList(depth[next] - 1, path.size())));
                }
                if (!finished[next]) {
                    path.add(next);
                    depth[next] = path.size();
                }
            }
        }
        return Optional.empty();
    }

    /** Each step of the circle once, and the first again. */
    private List<Integer> named(List<Integer> moments) {
        List<Integer> circle = new ArrayList<>();
        for (int moment : moments) {
            int step = moment / 2;
            if (circle.isEmpty() || circle.getLast() != step) {
                circle.add(step);
            }
        }
        while (circle.size() > 1 && circle.getLast().equals(circle.getFirst())) {
            circle.removeLast();
        }
        circle.add(circle.getFirst());
        return circle;
    }
}
