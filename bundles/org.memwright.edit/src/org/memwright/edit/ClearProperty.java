/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.memwright.model.Named;
import org.memwright.model.Property;

/** Takes a property out, so that its default holds again. */
public final class ClearProperty extends Edit {
    private final EObject owner;
    private final String name;

    public ClearProperty(EObject owner, String name) {
        this.owner = owner;
        this.name = name;
    }

    @Override
    public String label() {
        return "Remove " + name;
    }

    @Override
    public Optional<Refusal> refusal() {
        return property().isPresent()
                ? Optional.empty()
                : Optional.of(EditIssue.PROPERTY_ABSENT.refusal(
                        name, owner instanceof Named named ? named.getName() : Names.kind(owner)));
    }

    @Override
    protected List<Change> plan() {
        return List.of(
                new RemoveElement(owner, Properties.feature(owner), property().orElseThrow()));
    }

    private Optional<Property> property() {
        return Properties.of(owner).stream()
                .filter(property -> name.equals(property.getName()))
                .findFirst();
    }
}
