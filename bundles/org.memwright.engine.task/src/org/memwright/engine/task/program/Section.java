/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.program;

/**
 * A part of a prompt: an entry of the log, or what stands for it.
 *
 * @param entry number of the entry, which is its place in the prompt
 * @param detail how much of it
 */
public record Section(int entry, Detail detail, String text) {
    /** How much of an entry is given, least first. */
    public enum Detail {
        OUTPUTS,
        SUMMARY,
        FULL
    }
}
