/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Task-memory trees that run: the steps of a task are done by a recording, a script or a language model, each from a prompt that declared
 * rules compose of the tree.
 *
 * <p>In: a {@link org.memwright.runtime.plan.RunPlan}. Out: what was told against the linear transcript and against what was needed, what
 * was tried again, rolled back and reused, and the status of each step over time. Rule: prompts are composed and counted for real; time
 * follows from declared speeds, it is never measured.
 *
 * <p>Example: {@code memory TME for task { store tree : tree()  on prompt : path(active) |> with(siblings(summary))  on done :
 * summarise(step)  on fail : rollback(to: parent) }}.
 */
@NullMarked
package org.memwright.engine.task;

import org.jspecify.annotations.NullMarked;
