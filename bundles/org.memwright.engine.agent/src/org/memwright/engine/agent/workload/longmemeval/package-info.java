/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reads chat histories with a question each and the turns that hold the answer. In: a file. Out: a history for each
 * question. Rule: the order of the file is kept. Example: {@code dialogue from longmemeval("longmemeval_s.json")}.
 */
@NullMarked
package org.memwright.engine.agent.workload.longmemeval;

import org.jspecify.annotations.NullMarked;
