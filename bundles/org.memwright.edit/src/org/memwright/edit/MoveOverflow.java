/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.memwright.model.Expression;
import org.memwright.model.Keep;
import org.memwright.model.Memory;
import org.memwright.model.ModelFactory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Store;

/** Moves what a store does not keep to another store: {@code keep hot : recent(128 tokens) else move(to: cold)}. */
public final class MoveOverflow extends Edit {
    private final Memory memory;
    private final Store from;
    private final Store to;
    private final Expression selector;

    /**
     * @param memory where the rule is, or will be, written
     * @param selector what is kept, where the memory has no rule for the store yet
     */
    public MoveOverflow(Memory memory, Store from, Store to, Expression selector) {
        this.memory = memory;
        this.from = from;
        this.to = to;
        this.selector = selector;
    }

    @Override
    public String label() {
        return "Move Overflow";
    }

    @Override
    public Optional<Refusal> refusal() {
        if (from == to) {
            return Optional.of(EditIssue.FLOW_TO_ITSELF.refusal(from.getName()));
        }
        return foreign(from).or(() -> foreign(to));
    }

    private Optional<Refusal> foreign(Store store) {
        Memory at = memory;
        for (int depth = 0; at != null && depth < 1000; depth++) {
            if (store.eContainer() == at) {
                return Optional.empty();
            }
            at = at.getParent();
        }
        return Optional.of(EditIssue.FOREIGN.refusal(store.getName(), Names.of(store.eContainer()), Names.of(memory)));
    }

    @Override
    protected List<Change> plan() {
        Expression overflow = Calls.to("move", to.getName());
        for (Keep keep : memory.getKeeps()) {
            if (keep.getStore() == from) {
                return List.of(new SetValue(keep, ModelPackage.Literals.KEEP__OVERFLOW, overflow));
            }
        }
        Keep keep = ModelFactory.eINSTANCE.createKeep();
        keep.setStore(from);
        keep.getSelectors().add(selector);
        keep.setOverflow(overflow);
        return List.of(new AddElement(memory, ModelPackage.Literals.MEMORY__KEEPS, keep));
    }
}
