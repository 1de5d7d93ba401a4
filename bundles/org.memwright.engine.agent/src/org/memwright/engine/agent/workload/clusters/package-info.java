/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Makes passages whose vectors lie in clusters, and asks for the nearest of them. In: a seed. Out: one collection. Rule: the same seed
 * makes the same passages. Example: {@code documents from clusters(topics: 50)}.
 */
@NullMarked
package org.memwright.engine.agent.workload.clusters;

import org.jspecify.annotations.NullMarked;
