/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What memories live through: dialogues and documents with questions. Rule: the same data and seed give the same
 * episodes.
 */
@NullMarked
package org.memwright.engine.agent.workload;

import org.jspecify.annotations.NullMarked;
