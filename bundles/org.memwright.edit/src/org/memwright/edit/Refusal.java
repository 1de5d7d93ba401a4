/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

/**
 * Why an edit cannot be made.
 *
 * @param issue what kind of reason
 * @param message the reason: what is, what is allowed, how to go on
 */
public record Refusal(EditIssue issue, String message) {}
