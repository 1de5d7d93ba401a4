/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.layout.tree;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.task.program.Layout;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;

/** Keeps what happens in the steps of the tree. */
public final class TreeLayout {
    private TreeLayout() {}

    /** Makes {@code tree}. */
    @Mechanism(
            name = "tree",
            engines = "task",
            kind = MechanismKind.LAYOUT,
            doc = "Keeps what happens in the steps of the tree.",
            source = "Ye 2025, Task Memory Engine (TME)")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return Layout.TREE;
        }
    }
}
