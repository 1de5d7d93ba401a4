/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide;

/** Says which of our classes serve editors: proposals, hover, fixes and the language server. */
public class MemwrightIdeModule extends AbstractMemwrightIdeModule {}
