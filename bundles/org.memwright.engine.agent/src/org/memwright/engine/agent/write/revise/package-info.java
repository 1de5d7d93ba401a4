/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Contradiction by time. In: items. Out: these, written; what they contradict is gone or archived. Rule: a store keeps one
 * statement of a kind about a subject, the latest. Example: {@code on write(turn) : facts.revise(turn, archive: history)}.
 */
@NullMarked
package org.memwright.engine.agent.write.revise;

import org.jspecify.annotations.NullMarked;
