/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.memwright.model.Keep;
import org.memwright.model.ModelPackage;

/** Drops what a store does not keep, instead of moving it. */
public final class DropOverflow extends Edit {
    private final Keep keep;

    public DropOverflow(Keep keep) {
        this.keep = keep;
    }

    @Override
    public String label() {
        return "Drop Overflow";
    }

    @Override
    public Optional<Refusal> refusal() {
        return Optional.empty();
    }

    @Override
    protected List<Change> plan() {
        return keep.getOverflow() == null
                ? List.of()
                : List.of(new SetValue(keep, ModelPackage.Literals.KEEP__OVERFLOW, null));
    }
}
