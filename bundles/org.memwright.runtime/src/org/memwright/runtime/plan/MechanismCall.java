/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.memwright.units.Quantity;

/**
 * A call of a mechanism, its arguments bound to parameters by name.
 *
 * @param name the mechanism
 * @param arguments values by parameter, in the order of the parameters; defaults are filled in
 * @param defaulted the parameters that were left out and filled in
 * @param position where the call stands
 */
public record MechanismCall(String name, Map<String, Value> arguments, Set<String> defaulted, SourcePosition position)
        implements Value {

    public MechanismCall {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        defaulted = Collections.unmodifiableSet(new LinkedHashSet<>(defaulted));
    }

    public Optional<Value> argument(String parameter) {
        return Optional.ofNullable(arguments.get(parameter));
    }

    /** @throws IllegalArgumentException if there is no such argument or it is not a quantity */
    public Quantity quantity(String parameter) {
        if (arguments.get(parameter) instanceof Amount amount) {
            return amount.quantity();
        }
        throw wrong(parameter, "a quantity");
    }

    /** The value in base units: bytes, seconds, tokens, plain numbers. */
    public double number(String parameter) {
        return quantity(parameter).base();
    }

    /** A whole number, such as of tokens. */
    public long count(String parameter) {
        return Math.round(number(parameter));
    }

    /** @throws IllegalArgumentException if there is no such argument or it is not a word */
    public String word(String parameter) {
        return switch (arguments.get(parameter)) {
            case Word word -> word.word();
            case Text text -> text.text();
            case null, default -> throw wrong(parameter, "a word");
        };
    }

    /** @throws IllegalArgumentException if there is no such argument or it is not a call */
    public MechanismCall call(String parameter) {
        if (arguments.get(parameter) instanceof MechanismCall call) {
            return call;
        }
        throw wrong(parameter, "a mechanism");
    }

    /** @throws IllegalArgumentException if there is no such argument or it is not a formula */
    public Formula formula(String parameter) {
        if (arguments.get(parameter) instanceof Formula formula) {
            return formula;
        }
        throw wrong(parameter, "a formula");
    }

    private IllegalArgumentException wrong(String parameter, String wanted) {
        return new IllegalArgumentException(
                position + ": " + name + ": " + parameter + " is " + arguments.get(parameter) + ", must be " + wanted);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(name).append('(');
        String separator = "";
        for (var argument : arguments.entrySet()) {
            if (!defaulted.contains(argument.getKey())) {
                text.append(separator).append(argument.getKey()).append(": ").append(argument.getValue());
                separator = ", ";
            }
        }
        return text.append(')').toString();
    }
}
