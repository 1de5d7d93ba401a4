/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.log;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Layout;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Services;
import org.memwright.engine.agent.store.ItemStore;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;

/**
 * Items in the order in which they were written, and nothing else: no index, so writing costs one record.
 *
 * <p>Source: M. Rosenblum, J. Ousterhout, <cite>The Design and Implementation of a Log-Structured File System</cite>, 1992.
 *
 * <p>Assumes: what reads it goes by order or session ({@code recent}, {@code session}, {@code day}), not by content.
 */
public record LogLayout() implements Layout {
    @Override
    public Memory create(String name, String tier, Services services) {
        return new ItemMemory(
                name, tier, new ItemStore(new ItemStore.Settings(0, false, 0.9, 0.4, false)), null, services);
    }

    /** Makes {@code log}. */
    @Mechanism(
            name = "log",
            engines = "agent",
            kind = MechanismKind.LAYOUT,
            doc = "Items in the order in which they were written, without an index.",
            source = "Rosenblum and Ousterhout 1992, The Design and Implementation of a Log-Structured File System",
            params = {})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return new LogLayout();
        }
    }
}
