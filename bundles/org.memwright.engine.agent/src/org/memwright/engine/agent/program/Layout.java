/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

/** Says how things lie in a store: {@code store events : vectors(embed: minilm)}. */
public interface Layout {
    /**
     * Makes an empty store.
     *
     * @param name of the store
     * @param tier that it is placed in
     */
    Memory create(String name, String tier, Services services);
}
