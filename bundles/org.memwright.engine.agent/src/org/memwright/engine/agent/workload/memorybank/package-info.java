/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reads the days of users with an assistant, and questions without marked answers. In: two files. Out: a dialogue for
 * each user. Rule: days are read in their order. Example: {@code dialogue from memorybank("memory_bank_en.json")}.
 */
@NullMarked
package org.memwright.engine.agent.workload.memorybank;

import org.jspecify.annotations.NullMarked;
