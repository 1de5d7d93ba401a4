/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.longmemeval;

import aQute.bnd.annotation.spi.ServiceProvider;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.workload.Episode;
import org.memwright.engine.agent.workload.EpisodeSource;
import org.memwright.engine.agent.workload.JsonFiles;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Reads LongMemEval: a list of questions, each with the sessions that its assistant has had.
 *
 * <p>Source: D. Wu et al., <cite>LongMemEval</cite>, 2024; format of longmemeval_s.json: {@code haystack_sessions} of
 * turns with role, content and, where they hold the answer, {@code has_answer}; {@code haystack_dates}; {@code
 * answer_session_ids}.
 *
 * <p>Assumes: turns of a session follow each other by 30 s. Where no turn is marked, all turns of the answer sessions
 * count as evidence.
 */
public record LongMemEvalSource(Path file) implements EpisodeSource {
    /** How the names of questions end that no session answers. */
    private static final String ABSTENTION = "_abs";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd '('EEE')' HH:mm", Locale.ENGLISH);
    private static final long BETWEEN_TURNS = 30_000_000_000L;
    private static final long NANOS = 1_000_000_000L;

    @Override
    public List<Episode> read(long seed, List<String> remarks) throws RunFailure {
        List<Episode> episodes = new ArrayList<>();
        int turns = 0;
        int judged = 0;
        for (Path each : JsonFiles.find(file, ".json", remarks)) {
            for (JsonObject object : JsonFiles.objects(each)) {
                Episode episode = episode(each, object);
                episodes.add(episode);
                turns += episode.pieces().size();
                judged += episode.questions().getFirst().evidence().isEmpty() ? 0 : 1;
            }
        }
        remarks.add(String.format(
                Locale.ROOT,
                "LongMemEval: %d questions with a history each, %d turns, %d questions name evidence and are judged.",
                episodes.size(),
                turns,
                judged));
        return episodes;
    }

    private static Episode episode(Path from, JsonObject object) throws RunFailure {
        if (!object.has("haystack_sessions")) {
            throw new RunFailure(from + " is not of LongMemEval: a question has no haystack_sessions");
        }
        JsonArray sessions = object.getAsJsonArray("haystack_sessions");
        JsonArray dates = object.has("haystack_dates") ? object.getAsJsonArray("haystack_dates") : new JsonArray();
        JsonArray ids =
                object.has("haystack_session_ids") ? object.getAsJsonArray("haystack_session_ids") : new JsonArray();
        Set<String> answers = new HashSet<>();
        if (object.has("answer_session_ids")) {
            object.getAsJsonArray("answer_session_ids").forEach(id -> answers.add(id.getAsString()));
        }
        List<Piece> pieces = new ArrayList<>();
        Set<Integer> marked = new TreeSet<>();
        Set<Integer> ofSessions = new TreeSet<>();
        long last = 0;
        for (int s = 0; s < sessions.size(); s++) {
            long time =
                    Math.max(last, s < dates.size() ? time(from, dates.get(s).getAsString()) : last);
            boolean answer = s < ids.size() && answers.contains(ids.get(s).getAsString());
            for (JsonElement element : sessions.get(s).getAsJsonArray()) {
                JsonObject turn = element.getAsJsonObject();
                if (turn.has("has_answer") && turn.get("has_answer").getAsBoolean()) {
                    marked.add(pieces.size());
                }
                if (answer) {
                    ofSessions.add(pieces.size());
                }
                pieces.add(new Piece(
                        JsonFiles.text(turn, "content"),
                        JsonFiles.text(turn, "role"),
                        time,
                        s,
                        List.of(pieces.size()),
                        List.of()));
                time += BETWEEN_TURNS;
            }
            last = time;
        }
        String asked = JsonFiles.text(object, "question_date");
        long when = asked.isEmpty() ? last : Math.max(last, time(from, asked));
        var question = new Episode.Question(
                JsonFiles.text(object, "question"),
                when,
                pieces.size(),
                JsonFiles.text(object, "question_type"),
                marked.isEmpty() ? ofSessions : marked,
                Set.of(),
                JsonFiles.text(object, "answer"),
                !JsonFiles.text(object, "question_id").endsWith(ABSTENTION));
        return new Episode(JsonFiles.text(object, "question_id"), pieces, List.of(question));
    }

    private static long time(Path from, String written) throws RunFailure {
        try {
            return LocalDateTime.parse(written.strip(), TIME).toEpochSecond(ZoneOffset.UTC) * NANOS;
        } catch (DateTimeParseException wrong) {
            throw new RunFailure(
                    from + " has the time '" + written + "'; LongMemEval writes times such as 2023/05/20 (Sat) 02:21",
                    wrong);
        }
    }

    /** Makes {@code longmemeval}. */
    @Mechanism(
            name = "longmemeval",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Reads chat histories with a question each and the turns that hold the answer.",
            source = "Wu et al. 2024, LongMemEval: Benchmarking Chat Assistants on Long-Term Interactive Memory",
            params = {@Param(name = "file", type = ParamType.FILE, doc = "The file, or a folder of files.")})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new LongMemEvalSource(Path.of(call.word("file")));
        }
    }
}
