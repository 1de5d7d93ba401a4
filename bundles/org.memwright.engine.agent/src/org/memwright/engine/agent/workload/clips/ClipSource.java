/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.clips;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.workload.Episode;
import org.memwright.engine.agent.workload.EpisodeSource;
import org.memwright.engine.agent.workload.Names;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Makes a stream of clips as a captioner would describe them: scenes, each of many clips that say nearly the same, and later questions about
 * scenes long gone.
 *
 * <p>Source: P. Zhang et al., <cite>InternLM-XComposer2.5-OmniLive</cite>, 2024: clips stream in while questions come.
 *
 * <p>Assumes: a clip every second, a session for each scene; captions stand for the features of clips.
 */
public record ClipSource(int scenes, int clips) implements EpisodeSource {
    private static final List<String> WHAT = List.of(
            "a red van",
            "a child with a kite",
            "two cyclists",
            "a street sweeper",
            "a brass band",
            "a delivery drone",
            "a tall crane",
            "a flock of geese");
    private static final List<String> DOES = List.of("passes", "waits at", "turns near", "stops before", "circles");
    private static final List<String> HOW =
            List.of("slowly", "in the rain", "in bright light", "once more", "close to the camera");
    private static final long START = 1_704_103_200_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @Override
    public List<Episode> read(long seed, List<String> remarks) {
        var random = new SplittableRandom(seed);
        List<String> places = List.copyOf(Names.draw(scenes, random));
        List<Piece> pieces = new ArrayList<>();
        List<Episode.Question> questions = new ArrayList<>();
        for (int scene = 0; scene < scenes; scene++) {
            String what = WHAT.get(random.nextInt(WHAT.size()));
            String does = DOES.get(random.nextInt(DOES.size()));
            Set<Integer> seen = new TreeSet<>();
            for (int clip = 0; clip < clips; clip++) {
                int number = pieces.size();
                seen.add(number);
                String how = HOW.get(random.nextInt(HOW.size()));
                String text =
                        String.format(Locale.ROOT, "%s %s the %s gate %s.", upper(what), does, places.get(scene), how);
                pieces.add(new Piece(text, "", START + SECOND * number, scene, List.of(number), List.of()));
            }
            questions.add(new Episode.Question(
                    String.format(Locale.ROOT, "What was seen at the %s gate?", places.get(scene)),
                    START + SECOND * scenes * clips,
                    scenes * clips,
                    "seen",
                    seen,
                    Set.of(),
                    what,
                    true));
        }
        remarks.add(String.format(
                Locale.ROOT,
                "Clips: %d scenes of %d clips each, described in words; made, not recorded.",
                scenes,
                clips));
        return List.of(new Episode("clips", pieces, questions));
    }

    private static String upper(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Makes {@code clips}. */
    @Mechanism(
            name = "clips",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Makes a stream of captions of clips, scene after scene, and asks for scenes long gone.",
            source = "Zhang et al. 2024, InternLM-XComposer2.5-OmniLive",
            params = {
                @Param(
                        name = "scenes",
                        type = ParamType.COUNT,
                        byDefault = "60",
                        min = 1,
                        max = 2000,
                        doc = "How many scenes there are."),
                @Param(
                        name = "clips",
                        type = ParamType.COUNT,
                        byDefault = "30",
                        min = 1,
                        max = 10000,
                        doc = "Clips of each scene.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new ClipSource((int) call.count("scenes"), (int) call.count("clips"));
        }
    }
}
