/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

/** Says which of our classes take part in the language: with Equinox and without. */
public class MemwrightRuntimeModule extends AbstractMemwrightRuntimeModule {}
