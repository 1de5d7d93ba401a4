/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.kv.retain.Selector;

/** What the attention of a step of generation reads: everything kept, unless steps say otherwise. */
public final class DecodeReads {
    private @Nullable Selector selection;
    private final List<String> fetched = new ArrayList<>();
    private final List<String> reconstructed = new ArrayList<>();

    /** Attends to chosen tokens alone. */
    public void select(Selector selector) {
        if (selection != null) {
            throw new IllegalArgumentException("on decode selects twice; one selection decides what attention reads");
        }
        selection = selector;
    }

    /** Brings the chosen tokens of a store to the compute unit, from wherever the store is. */
    public void fetch(String store) {
        fetched.add(store);
    }

    /** Rebuilds the chosen tokens of a store from their low-rank form. */
    public void reconstruct(String store) {
        reconstructed.add(store);
    }

    /** What chooses the tokens; empty where attention reads all. */
    public Optional<Selector> selection() {
        return Optional.ofNullable(selection);
    }

    public List<String> fetched() {
        return List.copyOf(fetched);
    }

    public List<String> reconstructed() {
        return List.copyOf(reconstructed);
    }
}
