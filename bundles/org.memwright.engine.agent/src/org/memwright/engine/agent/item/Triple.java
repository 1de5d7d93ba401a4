/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.item;

/** A statement: a subject, what holds, and what it holds with. */
public record Triple(String subject, String relation, String object) {}
