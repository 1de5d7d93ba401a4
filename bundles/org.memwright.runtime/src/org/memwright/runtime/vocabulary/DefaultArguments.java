/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.plan.Value;
import org.memwright.units.Quantity;

/** Fills in the defaults of a call that no file wrote, such as the serving rule of an experiment that names none. */
final class DefaultArguments {
    private DefaultArguments() {}

    /** The call of a mechanism with some arguments given and the others by default. */
    static MechanismCall call(Mechanism mechanism, Map<String, Value> given, Lookup lookup) {
        Map<String, Value> arguments = new LinkedHashMap<>();
        Set<String> defaulted = new LinkedHashSet<>();
        for (String name : given.keySet()) {
            if (List.of(mechanism.params()).stream().noneMatch(p -> p.name().equals(name))) {
                throw new IllegalArgumentException(mechanism.name() + " has no parameter '" + name + "'");
            }
        }
        for (Param param : mechanism.params()) {
            Value value = given.get(param.name());
            if (value != null) {
                arguments.put(param.name(), value);
            } else if (param.byDefault().equals(Param.REQUIRED)) {
                throw new IllegalArgumentException(mechanism.name() + " needs " + param.name() + ": "
                        + param.type().label());
            } else if (!param.byDefault().equals(Param.NONE)) {
                arguments.put(param.name(), value(param, param.byDefault(), lookup));
                defaulted.add(param.name());
            }
        }
        return new MechanismCall(mechanism.name(), arguments, defaulted, SourcePosition.NONE);
    }

    private static Value value(Param param, String text, Lookup lookup) {
        return switch (param.type()) {
            case WORD, NAME, TIER, STORE, PLACE, ITEMS -> new Value.Word(text);
            case FILE, VERSION -> new Value.Text(text);
            case MECHANISM -> mechanism(param, text, lookup);
            default -> new Value.Amount(Quantity.parse(text));
        };
    }

    /** A default such as {@code attention(sum)}: a name and arguments by position. */
    private static Value mechanism(Param param, String text, Lookup lookup) {
        int open = text.indexOf('(');
        Mechanism mechanism = lookup.find(param.kinds(), text.substring(0, open));
        Map<String, Value> given = new LinkedHashMap<>();
        List<String> parts = new ArrayList<>(
                List.of(text.substring(open + 1, text.lastIndexOf(')')).split(",", -1)));
        parts.removeIf(String::isBlank);
        for (int i = 0; i < parts.size(); i++) {
            Param inner = mechanism.params()[i];
            given.put(inner.name(), value(inner, parts.get(i).strip(), lookup));
        }
        return call(mechanism, given, lookup);
    }

    /** Finds a mechanism by its name. */
    interface Lookup {
        Mechanism find(MechanismKind[] kinds, String name);
    }
}
