/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import org.eclipse.xtext.EcoreUtil2;
import org.memwright.model.Handler;
import org.memwright.model.Reference;

/** The variables of events: {@code on write(turn)} calls what is written {@code turn}, even where an action has that name. */
public final class Variables {
    private Variables() {}

    /** Whether a name is a variable of the event that it is written at. */
    public static boolean isVariable(Reference name) {
        Handler handler = EcoreUtil2.getContainerOfType(name, Handler.class);
        return handler != null
                && handler.getVariables().stream().anyMatch(v -> name.getName().equals(v.getName()));
    }
}
