/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.model.Expression;
import org.memwright.model.Memory;
import org.memwright.model.ModelFactory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Store;

/** Adds a store to a memory. */
public final class AddStore extends Edit {
    private final Memory memory;
    private final Store store;

    /**
     * @param layout what the store holds and how, such as {@code kv()}
     * @param tier the name of the tier that it is in; null where that is left open
     */
    public AddStore(Memory memory, String name, Expression layout, @Nullable String tier) {
        this.memory = memory;
        store = ModelFactory.eINSTANCE.createStore();
        store.setName(name);
        store.setLayout(layout);
        store.setTier(tier);
    }

    @Override
    public String label() {
        return "Add Store";
    }

    @Override
    public Optional<Refusal> refusal() {
        return Names.refusal(memory, null, store.getName());
    }

    @Override
    protected List<Change> plan() {
        return List.of(new AddElement(memory, ModelPackage.Literals.MEMORY__STORES, store));
    }
}
