/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.memwright.model.Expression;
import org.memwright.model.Hardware;
import org.memwright.model.Link;
import org.memwright.model.ModelFactory;

/** Adds a path for bytes, in both directions, between two tiers. */
public final class AddLink extends Edit {
    private final Hardware hardware;
    private final End source;
    private final End target;
    private final Link link;

    /** @param bandwidth bytes per time and direction */
    public AddLink(Hardware hardware, String name, End source, End target, Expression bandwidth) {
        this.hardware = hardware;
        this.source = source;
        this.target = target;
        link = ModelFactory.eINSTANCE.createLink();
        link.setName(name);
        link.setSource(source.endpoint());
        link.setDuplex(true);
        link.setTarget(target.endpoint());
        link.getProperties().add(AddTier.property("bandwidth", bandwidth));
    }

    @Override
    public String label() {
        return "Add Link";
    }

    @Override
    public Optional<Refusal> refusal() {
        return Links.refusal(hardware, source, target).or(() -> Names.refusal(hardware, null, link.getName()));
    }

    @Override
    protected List<Change> plan() {
        return List.of(Hardwares.add(hardware, link));
    }
}
