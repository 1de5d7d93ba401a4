/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.fit;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.BitSet;
import java.util.List;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.workload.growths.GrowthModel;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Finds the parameters of an observed growth by simulating: one parameter after the other is moved to where the simulation overlaps the
 * observation more, until none moves or the simulations are used up.
 *
 * <p>Source: J. Lipkova et al., <cite>Personalized Radiotherapy Design for Glioblastoma</cite>, 2019 (inference that simulates again and
 * again), as a search by blocks of coordinates.
 *
 * @param store of the simulations, one item for each set of parameters, in the order of their numbers
 */
public record FitAction(String store, int simulations) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        BitSet observed = GrowthModel.cells(moment.subject().text());
        var search = new Search(observed, moment);
        GrowthModel best = new GrowthModel(1, 1, 0, 0);
        GrowthModel before = null;
        while (!best.equals(before) && search.left > 0) {
            before = best;
            for (int place = 0; place < GrowthModel.PLACES * GrowthModel.PLACES; place++) {
                best = search.better(
                        best,
                        new GrowthModel(
                                best.diffusion(),
                                best.proliferation(),
                                place % GrowthModel.PLACES,
                                place / GrowthModel.PLACES));
            }
            for (int level = 0; level < GrowthModel.LEVELS * GrowthModel.LEVELS; level++) {
                best = search.better(
                        best,
                        new GrowthModel(level % GrowthModel.LEVELS, level / GrowthModel.LEVELS, best.x(), best.y()));
            }
        }
        ItemMemory items = moment.items(store);
        int number = items.numberOf(best.number());
        return number < 0 ? Flow.EMPTY : Flow.of(List.of(items.found(number, search.overlap)));
    }

    /** What was tried. */
    private final class Search {
        private final BitSet observed;
        private final Moment moment;
        private int left = simulations;
        private double overlap = -1;

        Search(BitSet observed, Moment moment) {
            this.observed = observed;
            this.moment = moment;
        }

        GrowthModel better(GrowthModel best, GrowthModel other) {
            if (left == 0 || (best.equals(other) && overlap >= 0)) {
                return best;
            }
            left--;
            moment.services().ledger().charge("simulation", GrowthModel.operations(), "", 0, 0, 0);
            moment.services().count("simulations", 1);
            double now = GrowthModel.overlap(observed, other.simulate());
            if (now <= overlap) {
                return best;
            }
            overlap = now;
            return other;
        }
    }

    /** Makes {@code fit}. */
    @Mechanism(
            name = "fit",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Finds the parameters of an observed growth by simulating again and again.",
            source = "Weidner et al. 2022, A for-loop is all you need (the inverse problem); Lipkova et al. 2019",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store of the simulations."),
                @Param(
                        name = "simulations",
                        type = ParamType.COUNT,
                        byDefault = "200",
                        min = 1,
                        max = 1000000,
                        doc = "The most simulations.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new FitAction(call.word("store"), (int) call.count("simulations"));
        }
    }
}
