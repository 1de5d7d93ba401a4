/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Tests of what editors ask; {@link org.memwright.lang.ide.Sample} is a text with a caret. */
package org.memwright.lang.ide;
