/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.layout.text;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.task.program.Layout;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;

/** Keeps what happens as one text, in the order of time. */
public final class TextLayout {
    private TextLayout() {}

    /** Makes {@code text}. */
    @Mechanism(
            name = "text",
            engines = "task",
            kind = MechanismKind.LAYOUT,
            doc = "Keeps what happens as one text, in the order of time.",
            source =
                    "the linear transcript of ReAct: Yao et al. 2022, ReAct: Synergizing Reasoning and Acting in Language Models")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return Layout.TEXT;
        }
    }
}
