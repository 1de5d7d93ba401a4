/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reads long dialogues of two persons with questions and the turns that hold the evidence. In: a file or folder. Out:
 * dialogues. Rule: files are read in the order of their names. Example: {@code dialogue from locomo("locomo10.json")}.
 */
@NullMarked
package org.memwright.engine.agent.workload.locomo;

import org.jspecify.annotations.NullMarked;
