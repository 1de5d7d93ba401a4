/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.memwright.model.Component;
import org.memwright.model.ComputeUnit;
import org.memwright.model.ModelPackage;
import org.memwright.model.Use;

/** Says how many there are of a compute unit or of a hardware that is used. */
public final class SetCount extends Edit {
    private final Component component;
    private final EAttribute feature;
    private final int count;

    public SetCount(ComputeUnit unit, int count) {
        this(unit, ModelPackage.Literals.COMPUTE_UNIT__COUNT, count);
    }

    public SetCount(Use use, int count) {
        this(use, ModelPackage.Literals.USE__COUNT, count);
    }

    private SetCount(Component component, EAttribute feature, int count) {
        this.component = component;
        this.feature = feature;
        this.count = count;
    }

    @Override
    public String label() {
        return "Set Count";
    }

    @Override
    public Optional<Refusal> refusal() {
        return count >= 1
                ? Optional.empty()
                : Optional.of(EditIssue.COUNT_TOO_SMALL.refusal(component.getName(), count));
    }

    @Override
    protected List<Change> plan() {
        return List.of(new SetValue(component, feature, count == 1 ? null : Integer.valueOf(count)));
    }
}
