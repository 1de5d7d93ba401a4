/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

import org.memwright.runtime.plan.MechanismCall;

/**
 * Makes a mechanism from a call in a plan. Implementations carry {@link Mechanism}, are found as services of this type
 * and have no state.
 *
 * @param <T> the interface of the mechanism's kind in its engine
 */
public interface MechanismFactory<T> {
    /**
     * @param call the call, its arguments bound by name and checked against the {@link Param}s; defaults are filled in
     * @throws IllegalArgumentException with the value and the bound, where arguments do not go together
     */
    T create(MechanismCall call);
}
