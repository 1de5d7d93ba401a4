/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reads passages and questions that several of them answer together. In: two files. Out: one collection. Rule: the
 * order of the files is kept. Example: {@code documents from musique("musique.json")}.
 */
@NullMarked
package org.memwright.engine.agent.workload.musique;

import org.jspecify.annotations.NullMarked;
