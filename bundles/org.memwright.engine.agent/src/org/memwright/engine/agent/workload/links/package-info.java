/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Makes pages linked by a power law, and asks what is near one of them. In: a seed. Out: one collection with statements. Rule: the truth
 * is an exact walk. Example: {@code documents from links(pages: 3000)}.
 */
@NullMarked
package org.memwright.engine.agent.workload.links;

import org.jspecify.annotations.NullMarked;
