/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Makes a stream of facts that change, with distractors, and asks for what holds now. In: a seed. Out: dialogues.
 * Rule: the same seed makes the same dialogues. Example: {@code dialogue facts(persons: 10, updates: 2)}.
 */
@NullMarked
package org.memwright.engine.agent.workload.facts;

import org.jspecify.annotations.NullMarked;
