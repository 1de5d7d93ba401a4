/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EReference;
import org.memwright.model.Datum;
import org.memwright.model.ModelFactory;
import org.memwright.model.ModelPackage;
import org.memwright.model.TaskNode;

/** Adds something that a step takes in or gives out. */
public final class AddDatum extends Edit {
    private final TaskNode node;
    private final boolean output;
    private final Datum datum;

    /** @param output whether it comes out of the step, rather than going into it */
    public AddDatum(TaskNode node, boolean output, String name) {
        this.node = node;
        this.output = output;
        datum = ModelFactory.eINSTANCE.createDatum();
        datum.setName(name);
    }

    @Override
    public String label() {
        return output ? "Add Output" : "Add Input";
    }

    @Override
    public Optional<Refusal> refusal() {
        return Names.refusal(node, null, datum.getName());
    }

    @Override
    protected List<Change> plan() {
        EReference feature =
                output ? ModelPackage.Literals.TASK_NODE__OUTPUTS : ModelPackage.Literals.TASK_NODE__INPUTS;
        return List.of(new AddElement(node, feature, datum));
    }
}
