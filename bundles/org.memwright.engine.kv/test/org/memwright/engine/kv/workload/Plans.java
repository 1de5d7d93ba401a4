/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.plan.WorkloadPlan;
import org.memwright.units.Quantity;

/** Writes plans as the compiler makes them of a design. */
public final class Plans {
    /** Where the tests' designs stand. */
    public static final SourcePosition AT = new SourcePosition("/designs/w.memw", 3, 5);

    private Plans() {}

    /** @param namesAndValues by turns */
    public static WorkloadPlan workload(Object... namesAndValues) {
        return new WorkloadPlan("W", values(namesAndValues), AT);
    }

    /** @param namesAndValues parameters and arguments by turns */
    public static MechanismCall call(String name, Object... namesAndValues) {
        return new MechanismCall(name, values(namesAndValues), Set.of(), AT);
    }

    public static Value word(String word) {
        return new Value.Word(word);
    }

    /** Texts that begin with a digit are quantities, others are texts. */
    private static Map<String, Value> values(Object[] namesAndValues) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return values;
    }

    private static Value value(Object value) {
        return switch (value) {
            case Value v -> v;
            case Integer n -> new Value.Amount(Quantity.number(n));
            case Double n -> new Value.Amount(Quantity.number(n));
            case String s when Character.isDigit(s.charAt(0)) -> new Value.Amount(Quantity.parse(s));
            default -> new Value.Text(value.toString());
        };
    }
}
