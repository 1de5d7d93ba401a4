/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.gossip;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Lets through what reaches one peer by gossip: a text begins with who said it, and in each round everybody who has it tells some others.
 *
 * <p>Source: A. Demers et al., <cite>Epidemic Algorithms for Replicated Database Maintenance</cite>, 1987; A. Gold, J. Pouwelse,
 * <cite>G-Rank</cite>, 2023: peers rank by the evidence that reached them.
 *
 * <p>State: none; who tells whom follows from the text's number. The peer that is looked at is number 0; who speaks is numbered by the
 * digits of its name.
 *
 * @param fanout whom a peer tells in a round
 */
public record GossipAction(Action item, int peers, int fanout, int rounds) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        List<Found> reached = new ArrayList<>();
        for (Found found : item.perform(piped, moment).items()) {
            if (reaches(found.piece())) {
                reached.add(found);
            }
        }
        moment.services().count("texts that reached the peer", reached.size());
        return Flow.of(reached);
    }

    private boolean reaches(Piece piece) {
        String digits = piece.speaker().replaceAll("\\D+", "");
        int from = digits.isEmpty() ? 0 : Integer.parseInt(digits) % peers;
        var random = new SplittableRandom(piece.origins().hashCode());
        var has = new BitSet(peers);
        has.set(from);
        for (int round = 0; round < rounds && !has.get(0); round++) {
            int telling = has.cardinality();
            for (int i = 0; i < telling * fanout; i++) {
                has.set(random.nextInt(peers));
            }
        }
        return has.get(0);
    }

    /** Makes {@code gossip}. */
    @Mechanism(
            name = "gossip",
            engines = "agent",
            kind = MechanismKind.ACTION,
            events = {"write"},
            doc = "Lets through what reaches one peer by gossip.",
            source =
                    "Demers et al. 1987, Epidemic Algorithms for Replicated Database Maintenance; Gold and Pouwelse 2023, G-Rank",
            params = {
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What is said; what comes through the pipeline where it is left out."),
                @Param(
                        name = "peers",
                        type = ParamType.COUNT,
                        byDefault = "10",
                        min = 1,
                        max = 1000000,
                        doc = "How many there are."),
                @Param(
                        name = "fanout",
                        type = ParamType.COUNT,
                        byDefault = "1",
                        min = 0,
                        max = 1000,
                        doc = "Whom a peer tells in a round."),
                @Param(
                        name = "rounds",
                        type = ParamType.COUNT,
                        byDefault = "3",
                        min = 0,
                        max = 1000,
                        doc = "How many rounds.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new GossipAction(
                    Program.items(call, "item"), (int) call.count("peers"), (int) call.count("fanout"), (int)
                            call.count("rounds"));
        }
    }
}
