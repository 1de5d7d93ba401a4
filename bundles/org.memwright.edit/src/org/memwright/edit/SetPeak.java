/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Expression;
import org.memwright.model.ModelFactory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Peak;

/** Says how fast a compute unit is at a precision. */
public final class SetPeak extends Edit {
    private final ComputeUnit unit;
    private final String precision;
    private final Expression value;

    /** @param value operations per time */
    public SetPeak(ComputeUnit unit, String precision, Expression value) {
        this.unit = unit;
        this.precision = precision;
        this.value = value;
    }

    @Override
    public String label() {
        return "Set Peak " + precision;
    }

    @Override
    public Optional<Refusal> refusal() {
        return Optional.empty();
    }

    @Override
    protected List<Change> plan() {
        for (Peak peak : unit.getPeaks()) {
            if (precision.equals(peak.getPrecision())) {
                return List.of(new SetValue(peak, ModelPackage.Literals.PEAK__VALUE, value));
            }
        }
        Peak added = ModelFactory.eINSTANCE.createPeak();
        added.setPrecision(precision);
        added.setValue(value);
        return List.of(new AddElement(unit, ModelPackage.Literals.COMPUTE_UNIT__PEAKS, added));
    }
}
