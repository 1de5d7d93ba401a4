/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Questions over two turns. In: a seed. Out: one dialogue. Rule: neither turn of a chain names all that its question names.
 * Example: {@code dialogue from chains(chains: 48)}.
 */
@NullMarked
package org.memwright.engine.agent.workload.chains;

import org.jspecify.annotations.NullMarked;
