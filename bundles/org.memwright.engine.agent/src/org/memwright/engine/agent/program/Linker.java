/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

/** Says what is linked: {@code graph.link(synonyms(threshold: 0.8))}. */
public interface Linker {
    /** Links what was written since the last time. */
    void link(Memory memory, Moment moment);
}
