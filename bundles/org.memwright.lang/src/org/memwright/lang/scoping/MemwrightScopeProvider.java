/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.scoping;

/** What a name in a file can mean at a place. */
public class MemwrightScopeProvider extends AbstractMemwrightScopeProvider {}
