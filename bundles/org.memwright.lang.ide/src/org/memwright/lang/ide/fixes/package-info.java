/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Quick fixes: what mends a finding.
 *
 * <p>In: a finding with the data that its check gave. Out: changes of text, each with a title. Rule: a fix does one thing, says which,
 * and after it that finding is gone.
 *
 * <p>Example: {@code store cache : kw() in hbm} is mended by "Change 'kw' to 'kv'".
 */
@NullMarked
package org.memwright.lang.ide.fixes;

import org.jspecify.annotations.NullMarked;
