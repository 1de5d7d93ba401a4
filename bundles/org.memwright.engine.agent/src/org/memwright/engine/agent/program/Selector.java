/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

/** Says what stays in a store: {@code keep events : where(exp(-age / (strength * 30 d)) > 0.05)}. */
public interface Selector {
    /**
     * The numbers of the items that it keeps.
     *
     * @param nanos now
     */
    java.util.BitSet kept(ItemMemory memory, long nanos);
}
