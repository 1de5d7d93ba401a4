/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.tree;

/**
 * What an agent did at a step in one attempt.
 *
 * @param entry number of its entry in the log
 * @param text in lines, without empty ones; outputs and the reason of a failure are lines of it
 */
public record Turn(int entry, String text, boolean failed) {}
