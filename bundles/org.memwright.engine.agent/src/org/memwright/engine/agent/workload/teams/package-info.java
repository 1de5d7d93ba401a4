/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Makes organisations, and asks who has the same place elsewhere. In: a seed. Out: one collection with statements. Rule: who has the same
 * place is never of the same organisation. Example: {@code documents from teams(teams: 6)}.
 */
@NullMarked
package org.memwright.engine.agent.workload.teams;

import org.jspecify.annotations.NullMarked;
