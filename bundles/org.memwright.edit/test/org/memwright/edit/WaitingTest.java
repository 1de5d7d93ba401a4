/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.model.ModelFactory;
import org.memwright.model.Step;
import org.memwright.model.Task;
import org.memwright.model.TaskNode;

class WaitingTest {
    private final Task task = ModelFactory.eINSTANCE.createTask();

    @Test
    void circle_isNamedFromTheStepAskedAbout() {
        Step a = step(task, "a");
        Step b = step(task, "b");
        Step c = step(task, "c");
        b.getAfter().add(a);
        c.getAfter().add(b);

        assertEquals(Optional.empty(), Waiting.after(task).circle());
        assertEquals(Optional.of("a → c → b → a"), Waiting.after(a).adding(a, c).circle());
        assertEquals(Optional.of("a → a"), Waiting.after(a).adding(a, a).circle());
    }

    @Test
    void circle_goesThroughTheStepsAround() {
        // inner is done before outer, outer before last: inner cannot wait for last
        Step outer = step(task, "outer");
        Step inner = step(outer, "inner");
        Step last = step(task, "last");
        last.getAfter().add(outer);

        assertEquals(
                Optional.of("inner → last → outer → inner"),
                Waiting.after(inner).adding(inner, last).circle());
        assertTrue(Waiting.after(inner).adding(outer, inner).circle().isPresent());
    }

    /** Against the textbook: repeat "start or finish what needs nothing that is still open" until nothing moves. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void circle_agreesWithRunningTheTask(long seed) {
        var random = new SplittableRandom(seed);
        int circles = 0;
        for (int round = 0; round < 300; round++) {
            Task wild = ModelFactory.eINSTANCE.createTask();
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                TaskNode parent = steps.isEmpty() || random.nextBoolean() ? wild : steps.get(random.nextInt(i));
                steps.add(step(parent, "s" + i));
            }
            for (int i = 0; i < 3; i++) {
                steps.get(random.nextInt(6)).getAfter().add(steps.get(random.nextInt(6)));
            }
            boolean stuck = !runs(steps);
            circles += stuck ? 1 : 0;
            assertEquals(stuck, Waiting.after(wild).circle().isPresent(), "seed " + seed + ", round " + round);
        }
        assertTrue(circles > 20 && circles < 280, "the tasks are all alike");
    }

    private static boolean runs(List<Step> steps) {
        List<TaskNode> started = new ArrayList<>();
        List<TaskNode> done = new ArrayList<>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Step step : steps) {
                boolean outerStarted = !(step.eContainer() instanceof Step outer) || started.contains(outer);
                if (!started.contains(step) && outerStarted && done.containsAll(step.getAfter())) {
                    started.add(step);
                    moved = true;
                }
                if (started.contains(step) && !done.contains(step) && done.containsAll(step.getSteps())) {
                    done.add(step);
                    moved = true;
                }
            }
        }
        return done.size() == steps.size();
    }

    private static Step step(TaskNode parent, String name) {
        Step step = ModelFactory.eINSTANCE.createStep();
        step.setName(name);
        parent.getSteps().add(step);
        return step;
    }
}
