/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task;

/**
 * One turn at a step, as the measures see it.
 *
 * @param promptTokens with the instruction, after what the agent does not read was cut off
 * @param linearTokens what the prompt would have been with everything that happened before
 * @param outputTokens of the answer with its outputs
 * @param needed facts that the step needs
 * @param present those of them that the prompt told
 * @param cut whether the prompt was longer than what is read
 * @param workingSetTokens that the stores kept when the prompt was composed
 */
record Told(
        String path,
        int attempt,
        long promptTokens,
        long linearTokens,
        long outputTokens,
        int needed,
        int present,
        boolean cut,
        boolean failed,
        long workingSetTokens) {}
