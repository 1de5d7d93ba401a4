/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

/** What happens at an event: {@code events.add(turn)}, {@code reinforce(by: 1)}. */
public interface Action {
    /**
     * @param piped what the action before it in its pipeline gave; nothing for the first
     * @return what it gives to the next
     */
    Flow perform(Flow piped, Moment moment);
}
