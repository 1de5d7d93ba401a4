/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

/** Which values of a metric are the better ones. */
public enum Better {
    HIGHER,
    LOWER,
    NEITHER
}
