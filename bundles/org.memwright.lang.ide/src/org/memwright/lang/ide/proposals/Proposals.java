/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.resource.XtextResource;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.proposals.Surroundings.Level;
import org.memwright.lang.properties.PropertyOwner;

/** Says what may be written where the caret stands. Cost: linear in the file, and in what the place lets one name. */
public final class Proposals {
    private Proposals() {}

    /**
     * The proposals at a place of a text, the most fitting first.
     *
     * @param resource the file as it was parsed; its text may be behind
     */
    public static List<Proposal> at(Designs designs, XtextResource resource, String text, int caret) {
        var place = new Place(designs, resource, text, caret);
        if (place.here.isNowhere()) {
            return List.of();
        }
        var units = new UnitProposals(place);
        List<Proposal> all = new ArrayList<>(units.units());
        if (all.isEmpty() || !units.isOnlyUnits()) {
            propose(place); // after a number and a space, more than a unit may follow
            all.addAll(place.offers.all());
        }
        return all;
    }

    private static void propose(Place place) {
        Level level = place.here.level();
        switch (level.block) {
            case FILE -> new FileProposals(place).file(level);
            case HARDWARE -> new HardwareProposals(place).hardware(level);
            case COMPUTE -> new HardwareProposals(place).compute(level);
            case TIER -> new PropertyProposals(place).properties(level, PropertyOwner.TIER);
            case LINK -> new PropertyProposals(place).properties(level, PropertyOwner.LINK);
            case MODEL -> new PropertyProposals(place).properties(level, PropertyOwner.MODEL);
            case MEMORY -> new MemoryProposals(place).memory(level);
            case WORKLOAD -> new PropertyProposals(place).workload(level);
            case TASK, STEP -> new TaskProposals(place).task(level);
            case EXPERIMENT -> new ExperimentProposals(place).experiment(level);
        }
    }
}
