/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.program;

/** What happens at an event: {@code path(active)}, {@code summarise(step)}, {@code rollback(to: parent)}. */
public interface Action {
    /**
     * @param piped what the action before it in its pipeline gave; empty for the first
     * @return what it gives to the next
     */
    Prompt perform(Prompt piped, Moment moment);
}
