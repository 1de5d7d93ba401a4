/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memwright.model.Expression;
import org.memwright.model.Handler;
import org.memwright.model.Memory;
import org.memwright.model.ModelFactory;
import org.memwright.model.ModelPackage;

/** Swaps to a tier when the memory is full, instead of what it did before: {@code on full : swap(to: dram)}. */
public final class SwapOnFull extends Edit {
    private final Memory memory;
    private final String tier;

    /** @param tier the name of a tier */
    public SwapOnFull(Memory memory, String tier) {
        this.memory = memory;
        this.tier = tier;
    }

    @Override
    public String label() {
        return "Swap When Full";
    }

    @Override
    public Optional<Refusal> refusal() {
        return Optional.empty();
    }

    @Override
    protected List<Change> plan() {
        Expression swap = Calls.to("swap", tier);
        List<Change> changes = new ArrayList<>();
        for (Handler handler : memory.getHandlers()) {
            if ("full".equals(handler.getEvent())) {
                for (Expression action : handler.getActions()) {
                    changes.add(new RemoveElement(handler, ModelPackage.Literals.HANDLER__ACTIONS, action));
                }
                changes.add(new AddElement(handler, ModelPackage.Literals.HANDLER__ACTIONS, 0, swap));
                return changes;
            }
        }
        Handler handler = ModelFactory.eINSTANCE.createHandler();
        handler.setEvent("full");
        handler.getActions().add(swap);
        changes.add(new AddElement(memory, ModelPackage.Literals.MEMORY__HANDLERS, handler));
        return changes;
    }
}
