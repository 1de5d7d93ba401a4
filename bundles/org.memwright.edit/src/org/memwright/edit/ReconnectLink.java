/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memwright.model.Endpoint;
import org.memwright.model.Hardware;
import org.memwright.model.Link;
import org.memwright.model.ModelPackage;

/** Ends a link at another tier. */
public final class ReconnectLink extends Edit {
    private final Link link;
    private final boolean atSource;
    private final End end;

    /** @param atSource whether the end that is written first moves */
    public ReconnectLink(Link link, boolean atSource, End end) {
        this.link = link;
        this.atSource = atSource;
        this.end = end;
    }

    @Override
    public String label() {
        return "Reconnect Link";
    }

    @Override
    public Optional<Refusal> refusal() {
        Endpoint other = atSource ? link.getTarget() : link.getSource();
        return Links.refusal((Hardware) link.eContainer(), end, new End(other.getUse(), other.getTier()));
    }

    @Override
    protected List<Change> plan() {
        Endpoint moving = atSource ? link.getSource() : link.getTarget();
        List<Change> changes = new ArrayList<>();
        if (moving.getUse() != end.use()) {
            changes.add(new SetValue(moving, ModelPackage.Literals.ENDPOINT__USE, end.use()));
        }
        if (moving.getTier() != end.tier()) {
            changes.add(new SetValue(moving, ModelPackage.Literals.ENDPOINT__TIER, end.tier()));
        }
        return changes;
    }
}
