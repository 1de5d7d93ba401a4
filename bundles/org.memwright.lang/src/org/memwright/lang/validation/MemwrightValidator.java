/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

/** Composes the checks of the language; it has none of its own. */
public class MemwrightValidator extends AbstractMemwrightValidator {}
