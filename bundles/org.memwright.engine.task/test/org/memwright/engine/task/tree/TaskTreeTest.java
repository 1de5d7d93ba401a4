/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.plan.TaskPlan;
import org.memwright.runtime.plan.TaskPlan.StepPlan;
import org.memwright.runtime.plan.TaskPlan.Use;

final class TaskTreeTest {
    private static final long SEED = Long.getLong("memwright.seed", 20_260_101L);

    private static StepPlan step(String path, int parent, List<Integer> after, Use... uses) {
        return new StepPlan(path, path, parent, List.of(), List.of("out"), after, List.of(uses), SourcePosition.NONE);
    }

    private static TaskPlan task(StepPlan... steps) {
        return new TaskPlan("T", "", List.of(), List.of(), List.of(steps), SourcePosition.NONE);
    }

    /** 0 flight { 1 search, 2 choose after 1 }, 3 hotel after 0, 4 report uses flight.out and hotel. */
    private static TaskTree trip() {
        return new TaskTree(task(
                step("flight", -1, List.of()),
                step("flight.search", 0, List.of()),
                step("flight.choose", 0, List.of(1)),
                step("hotel", -1, List.of(0)),
                step("report", -1, List.of(), new Use(0, "out"), new Use(3, ""))));
    }

    private static void done(TaskTree tree, int step) {
        tree.begin(step, step);
        tree.add(step, new Turn(100 + step, "did " + step, false), Map.of("out", "value " + step));
        tree.set(step, Status.DONE);
        tree.settle();
    }

    @Test
    void ready_followsTheDependencies() {
        TaskTree tree = trip();
        List<Integer> order = new ArrayList<>();
        while (!tree.ready().isEmpty()) {
            assertEquals(1, tree.ready().size());
            order.add(tree.ready().getFirst());
            done(tree, order.getLast());
        }
        assertEquals(List.of(1, 2, 0, 3, 4), order, "children first, then the step that concludes them");
    }

    @Test
    void failure_spreadsUpAndToThoseThatWait() {
        TaskTree tree = trip();
        done(tree, 1);
        tree.begin(2, 2);
        tree.set(2, Status.FAILED);
        tree.settle();
        assertEquals(Status.DONE, tree.node(1).status());
        assertEquals(Status.FAILED, tree.node(0).status());
        assertEquals(Status.SKIPPED, tree.node(3).status());
        assertEquals(Status.SKIPPED, tree.node(4).status());
        assertEquals(List.of(), tree.ready());
    }

    @Test
    void skippedStep_letsOthersBegin() {
        TaskTree tree = trip();
        tree.set(1, Status.SKIPPED);
        tree.settle();
        assertEquals(List.of(2), tree.ready());
    }

    @Test
    void prune_keepsOutputsAndSummary() {
        TaskTree tree = trip();
        done(tree, 1);
        tree.prune(1);
        assertEquals(Map.of("out", "value 1"), tree.node(1).outputs());
        assertEquals("out = value 1", tree.node(1).shortText());
        assertEquals("", tree.node(1).turns().getFirst().text());
        tree.summarise(1, "short");
        assertEquals("short", tree.node(1).shortText());
    }

    /** The flight is planned anew after searching was done: searching is reused, choosing is not, and hotel waits for the new one. */
    @Test
    void replace_reusesWhatIsFinished() {
        TaskTree tree = trip();
        done(tree, 1);
        tree.begin(2, 2);
        tree.set(2, Status.FAILED);
        int reused = tree.replace(0, List.of(tree.step(0), tree.step(1), tree.step(2)), true);
        assertEquals(1, reused);
        assertEquals(List.of(5, 6, 7, 3, 4), tree.live());
        assertEquals(Status.DONE, tree.node(6).status());
        assertEquals("value 1", tree.node(6).outputs().get("out"));
        assertEquals(List.of(7), tree.ready());
        assertEquals(List.of(5), tree.step(3).after());
        assertEquals(5, tree.step(4).uses().getFirst().step());
    }

    @Test
    void replace_withoutReuseDoesAllAgain() {
        TaskTree tree = trip();
        done(tree, 1);
        assertEquals(0, tree.replace(0, List.of(tree.step(0), tree.step(1), tree.step(2)), false));
        assertEquals(List.of(6), tree.ready());
    }

    /** Choosing is declared otherwise now; so it is not reused, nor is what concludes it. */
    @Test
    void replace_reusesNothingThatChanged() {
        TaskTree tree = trip();
        done(tree, 1);
        done(tree, 2);
        StepPlan changed = new StepPlan(
                "flight.choose", "otherwise", 0, List.of(), List.of("out"), List.of(1), List.of(), SourcePosition.NONE);
        assertEquals(1, tree.replace(0, List.of(tree.step(0), tree.step(1), changed), true));
        assertEquals(List.of(7), tree.ready());
    }

    /** Whatever is done after a checkpoint, restoring it gives the same tree, and going on from it the same steps. */
    @Test
    void restore_isExact() {
        var random = new SplittableRandom(SEED);
        for (int round = 0; round < 300; round++) {
            int current = round;
            TaskTree tree = random(random);
            for (int i = random.nextInt(tree.size()); i > 0 && !tree.ready().isEmpty(); i--) {
                done(tree, tree.ready().get(random.nextInt(tree.ready().size())));
            }
            TaskTree.Snapshot before = tree.snapshot();
            List<Integer> ready = tree.ready();
            List<Integer> live = tree.live();
            boolean changed = disturb(tree, random);
            if (changed) {
                assertNotEquals(before, tree.snapshot(), () -> "seed " + SEED + ", round " + current);
            }
            tree.restore(before);
            assertEquals(before, tree.snapshot(), () -> "seed " + SEED + ", round " + current);
            assertEquals(ready, tree.ready());
            assertEquals(live, tree.live());
        }
    }

    private static boolean disturb(TaskTree tree, SplittableRandom random) {
        boolean changed = false;
        for (int i = 0; i < 5 && !tree.ready().isEmpty(); i++) {
            int step = tree.ready().get(random.nextInt(tree.ready().size()));
            switch (random.nextInt(4)) {
                case 0 -> done(tree, step);
                case 1 -> {
                    tree.begin(step, step);
                    tree.set(step, Status.FAILED);
                    tree.settle();
                }
                case 2 -> {
                    done(tree, step);
                    tree.prune(step);
                    tree.summarise(step, "short");
                }
                default -> {
                    List<StepPlan> same = new ArrayList<>(List.of(tree.step(step)));
                    tree.below(step).forEach(below -> same.add(tree.step(below)));
                    tree.replace(step, same, random.nextBoolean());
                }
            }
            changed = true;
        }
        return changed;
    }

    /** Reuse never lets a finished step be ready again when nothing that it reads has changed. */
    @Test
    void reuse_neverDoesFinishedStepsAgain() {
        var random = new SplittableRandom(SEED);
        for (int round = 0; round < 300; round++) {
            int current = round;
            TaskTree tree = random(random);
            for (int i = random.nextInt(tree.size()); i > 0 && !tree.ready().isEmpty(); i--) {
                done(tree, tree.ready().get(random.nextInt(tree.ready().size())));
            }
            int root = tree.children(TaskPlan.TASK)
                    .get(random.nextInt(tree.children(TaskPlan.TASK).size()));
            List<Integer> part = new ArrayList<>(List.of(root));
            part.addAll(tree.below(root));
            List<String> finished = part.stream()
                    .filter(step -> tree.node(step).status() == Status.DONE)
                    .map(step -> tree.step(step).path())
                    .toList();
            int reused = tree.replace(root, part.stream().map(tree::step).toList(), true);
            assertEquals(finished.size(), reused, () -> "seed " + SEED + ", round " + current);
            while (!tree.ready().isEmpty()) {
                int step = tree.ready().getFirst();
                assertTrue(!finished.contains(tree.step(step).path()), () -> "seed " + SEED + ", round " + current);
                done(tree, step);
            }
            assertTrue(tree.live().stream().allMatch(step -> tree.node(step).status() == Status.DONE));
        }
    }

    /** A random tree; steps wait only for siblings before them, so that there is no circle. */
    private static TaskTree random(SplittableRandom random) {
        List<StepPlan> steps = new ArrayList<>();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            int parent = i == 0 || random.nextInt(3) == 0 ? TaskPlan.TASK : random.nextInt(i);
            List<Integer> after = new ArrayList<>();
            List<Use> uses = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                if (steps.get(j).parent() == parent && random.nextInt(3) == 0) {
                    if (random.nextBoolean()) {
                        after.add(j);
                    } else {
                        uses.add(new Use(j, random.nextBoolean() ? "out" : ""));
                    }
                }
            }
            String path = (parent == TaskPlan.TASK ? "" : steps.get(parent).path() + ".") + "s" + i;
            steps.add(step(path, parent, after, uses.toArray(Use[]::new)));
        }
        return new TaskTree(task(steps.toArray(StepPlan[]::new)));
    }
}
