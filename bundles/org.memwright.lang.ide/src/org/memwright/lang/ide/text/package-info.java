/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Places in a text and changes of it, as every editor understands them.
 *
 * <p>In: offsets. Out: spans, lines, changed texts. Rule: offsets count UTF-16 units, as Java, the Language Server Protocol and the
 * workbench do; nothing here knows the language.
 */
@NullMarked
package org.memwright.lang.ide.text;

import org.jspecify.annotations.NullMarked;
