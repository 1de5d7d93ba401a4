/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.growths;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.workload.Episode;
import org.memwright.engine.agent.workload.EpisodeSource;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Makes a database of simulated growths, one passage for each set of parameters, and patients: observations of some of them, with cells
 * missed and cells seen that are none. The evidence of a question is the simulation with the patient's parameters.
 *
 * @param missed share of a tumour's cells that the observation lacks
 */
public record GrowthSource(int patients, double missed) implements EpisodeSource {
    @Override
    public List<Episode> read(long seed, List<String> remarks) {
        var random = new SplittableRandom(seed);
        List<Piece> pieces = new ArrayList<>();
        List<BitSet> seen = new ArrayList<>();
        for (int number = 0; number < GrowthModel.count(); number++) {
            BitSet cells = GrowthModel.of(number).simulate();
            seen.add(cells);
            pieces.add(new Piece(GrowthModel.text(cells), "", number, 0, List.of(number), List.of()));
        }
        List<Episode.Question> asked = new ArrayList<>();
        for (int patient = 0; patient < patients; patient++) {
            int number = random.nextInt(GrowthModel.count());
            var observed = (BitSet) seen.get(number).clone();
            for (int cell = 0; cell < GrowthModel.SIDE * GrowthModel.SIDE; cell++) {
                if (random.nextDouble() < (observed.get(cell) ? missed : missed / 10)) {
                    observed.flip(cell);
                }
            }
            Set<Integer> same = new TreeSet<>();
            for (int other = 0; other < seen.size(); other++) {
                if (seen.get(other).equals(seen.get(number))) {
                    same.add(other);
                }
            }
            asked.add(
                    new Episode.Question(GrowthModel.text(observed), pieces.size(), pieces.size(), "", same, Set.of()));
        }
        remarks.add(String.format(
                Locale.ROOT, "Growths: %d simulations, %d patients; made, not recorded.", pieces.size(), patients));
        return List.of(new Episode("growths", pieces, asked));
    }

    /** Makes {@code growths}. */
    @Mechanism(
            name = "growths",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Makes simulated growths of tumours, and asks which of them an observation is.",
            source =
                    "Weidner et al. 2022, A for-loop is all you need. For solving the inverse problem in the case of personalized tumor growth modeling",
            params = {
                @Param(
                        name = "patients",
                        type = ParamType.COUNT,
                        byDefault = "40",
                        min = 1,
                        max = 100000,
                        doc = "How many patients."),
                @Param(
                        name = "missed",
                        type = ParamType.RATIO,
                        byDefault = "10%",
                        min = 0,
                        max = 0.9,
                        doc = "The share of the cells that an observation lacks.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new GrowthSource((int) call.count("patients"), call.number("missed"));
        }
    }
}
