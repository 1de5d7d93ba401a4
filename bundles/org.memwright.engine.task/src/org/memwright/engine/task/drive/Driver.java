/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive;

import java.util.List;
import java.util.Optional;
import org.memwright.engine.task.tree.TaskTree;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.TaskPlan;
import org.memwright.runtime.plan.TaskPlan.StepPlan;

/** Whoever does the steps: a recording, a script, a language model. */
public interface Driver {
    /** The tree to work on. */
    TaskPlan task();

    /**
     * The value of what is given to a step, or to the task.
     *
     * @param path of the step; empty for the task
     */
    String given(String path, String input);

    /** Which of the steps that can be worked on is next; the first in the order of the text, unless a recording says otherwise. */
    default int next(List<Integer> ready, TaskTree tree) {
        return ready.getFirst();
    }

    /** The most tokens of a prompt that it reads; the oldest are cut off. */
    default long window() {
        return Long.MAX_VALUE;
    }

    /** Does a step, or fails at it. */
    Answer answer(Request request) throws RunFailure;

    /** Another sub-tree for a step, its root first, as {@link TaskTree#replace} takes it; empty to take the same again. */
    default Optional<List<StepPlan>> replan(int step, TaskTree tree) throws RunFailure {
        return Optional.empty();
    }
}
