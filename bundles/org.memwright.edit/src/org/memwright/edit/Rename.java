/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.memwright.model.ModelPackage;
import org.memwright.model.Named;

/**
 * Gives a part another name, wherever the project mentions it.
 *
 * <p>References to the part follow by themselves; words that mean it, such as {@code hbm} in {@code peak(hbm)}, are found by {@link
 * Mentions}.
 */
public final class Rename extends Edit {
    private final Named part;
    private final String name;

    public Rename(Named part, String name) {
        this.part = part;
        this.name = name;
    }

    @Override
    public String label() {
        return "Rename";
    }

    @Override
    public Optional<Refusal> refusal() {
        EObject container = part.eContainer();
        return container == null ? Optional.empty() : Names.refusal(container, part, name);
    }

    @Override
    protected List<Change> plan() {
        if (name.equals(part.getName())) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new SetValue(part, ModelPackage.Literals.NAMED__NAME, name));
        for (Mentions.Mention mention : Mentions.of(part)) {
            changes.add(new SetValue(mention.holder(), mention.feature(), mention.renamed(name)));
        }
        return changes;
    }
}
