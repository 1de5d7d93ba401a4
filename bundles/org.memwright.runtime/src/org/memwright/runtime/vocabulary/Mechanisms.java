/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

import java.util.Arrays;
import java.util.ServiceLoader;
import org.memwright.runtime.plan.MechanismCall;

/**
 * Makes mechanisms from the calls of a plan. The factories are services, found with the class loader of the kind's
 * interface, so that an engine and its mechanisms need not name each other.
 *
 * <p>Cost: asks for the services at each call; an engine makes its mechanisms once, before a run.
 */
public final class Mechanisms {
    private Mechanisms() {}

    /**
     * The mechanism that a call names.
     *
     * @param type interface of the mechanism's kind in its engine
     * @param engine the engine that asks, such as {@code kv}
     * @throws IllegalArgumentException where there is no such mechanism, where it is only planned, or where its arguments do
     *     not go together
     */
    public static <T> T create(Class<T> type, String engine, MechanismKind kind, MechanismCall call) {
        for (var provider : ServiceLoader.load(MechanismFactory.class, type.getClassLoader()).stream()
                .toList()) {
            Mechanism mechanism = provider.type().getAnnotation(Mechanism.class);
            if (mechanism != null
                    && mechanism.kind() == kind
                    && mechanism.name().equals(call.name())
                    && Arrays.asList(mechanism.engines()).contains(engine)) {
                if (mechanism.planned()) {
                    throw new IllegalArgumentException(call.position() + ": " + call.name()
                            + " may be written but not run yet: it is planned (" + mechanism.source() + ")");
                }
                return type.cast(provider.get().create(call));
            }
        }
        throw new IllegalArgumentException(
                call.position() + ": there is no " + kind.label() + " '" + call.name() + "' for " + engine);
    }
}
