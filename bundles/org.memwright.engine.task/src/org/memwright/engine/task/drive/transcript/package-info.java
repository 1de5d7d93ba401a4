/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * {@code steps from transcript("run.jsonl")}: what an agent did, recorded. In: a JSON object on each line, of three kinds: the task ({@code
 * {"task": "Trip", "goal": "..."}}), a step ({@code {"step": "flight.search", "title": "...", "in": {...}, "out": [...], "after": [...],
 * "uses": [...]}}), a turn ({@code {"turn": "flight.search", "text": "...", "out": {...}, "failed": "...", "needs": [...], "seconds":
 * 3.2}}) or a new plan for a part ({@code {"replace": "flight", "steps": [...]}}). Out: the recorded answers, whatever the prompt.
 */
@NullMarked
package org.memwright.engine.task.drive.transcript;

import org.jspecify.annotations.NullMarked;
