/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.Value;

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
     * @throws IllegalArgumentException where there is no such mechanism or where its arguments do not go together
     */
    public static <T> T create(Class<T> type, String engine, MechanismKind kind, MechanismCall call) {
        for (var provider : ServiceLoader.load(MechanismFactory.class, type.getClassLoader()).stream()
                .toList()) {
            Mechanism mechanism = provider.type().getAnnotation(Mechanism.class);
            if (mechanism != null
                    && mechanism.kind() == kind
                    && mechanism.name().equals(call.name())
                    && Arrays.asList(mechanism.engines()).contains(engine)) {
                return type.cast(provider.get().create(call));
            }
        }
        throw new IllegalArgumentException(
                call.position() + ": there is no " + kind.label() + " '" + call.name() + "' for " + engine);
    }

    /**
     * A call that no file wrote: some arguments given, the others by default.
     *
     * @param type interface of the mechanism's kind in its engine
     * @throws IllegalArgumentException where there is no such mechanism or parameter, or one without a default is not given
     */
    public static MechanismCall call(
            Class<?> type, String engine, MechanismKind kind, String name, Map<String, Value> given) {
        DefaultArguments.Lookup lookup = (kinds, wanted) -> find(type, engine, kinds, wanted);
        return DefaultArguments.call(lookup.find(new MechanismKind[] {kind}, name), given, lookup);
    }

    private static Mechanism find(Class<?> type, String engine, MechanismKind[] kinds, String name) {
        for (var provider : ServiceLoader.load(MechanismFactory.class, type.getClassLoader()).stream()
                .toList()) {
            Mechanism mechanism = provider.type().getAnnotation(Mechanism.class);
            if (mechanism != null
                    && Arrays.asList(kinds).contains(mechanism.kind())
                    && mechanism.name().equals(name)
                    && Arrays.asList(mechanism.engines()).contains(engine)) {
                return mechanism;
            }
        }
        throw new IllegalArgumentException(
                "there is no '" + name + "' for " + engine + " among the kinds " + Arrays.toString(kinds));
    }
}
