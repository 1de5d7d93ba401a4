/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.locomo;

import aQute.bnd.annotation.spi.ServiceProvider;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
 * Reads LoCoMo: one JSON file with all dialogues, one file, or a folder with one file each.
 *
 * <p>Source: A. Maharana et al., <cite>Evaluating Very Long-Term Conversational Memory of LLM Agents</cite>, 2024.
 *
 * <p>Assumes: the data date sessions, not turns, so the turns of a session are taken to follow each other by 30 s. A
 * shared picture counts as its caption. Questions are asked after the last turn. A question is judged where at least
 * one turn of its evidence exists; the turns it cites that do not exist are counted.
 */
public record LocomoSource(Path file, boolean captions) implements EpisodeSource {
    private static final Pattern SESSION = Pattern.compile("session_(\\d+)");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("h:mm a 'on' d MMMM, uuuu")
            .toFormatter(Locale.ENGLISH);
    private static final long BETWEEN_TURNS = 30_000_000_000L;
    private static final long NANOS = 1_000_000_000L;

    @Override
    public List<Episode> read(long seed, List<String> remarks) throws RunFailure {
        List<Episode> episodes = new ArrayList<>();
        int[] counts = new int[4];
        for (Path each : JsonFiles.find(file, ".json", remarks)) {
            int part = 0;
            List<JsonObject> objects = JsonFiles.objects(each);
            for (JsonObject object : objects) {
                String name = String.valueOf(each.getFileName()) + (objects.size() > 1 ? "#" + part : "");
                episodes.add(episode(each, name, object, counts));
                part++;
            }
        }
        remarks.add(String.format(
                Locale.ROOT,
                "LoCoMo: %d dialogues, %d turns, %d questions, of which %d name evidence that exists and are judged; %d cited turns do not exist.",
                episodes.size(),
                counts[0],
                counts[1],
                counts[2],
                counts[3]));
        return episodes;
    }

    private Episode episode(Path from, String name, JsonObject object, int[] counts) throws RunFailure {
        JsonObject dialogue = object.has("conversation") ? object.getAsJsonObject("conversation") : object;
        var sessions = new TreeMap<Integer, JsonArray>();
        for (String key : dialogue.keySet()) {
            var matcher = SESSION.matcher(key);
            if (matcher.matches() && dialogue.get(key).isJsonArray()) {
                sessions.put(Integer.parseInt(matcher.group(1)), dialogue.getAsJsonArray(key));
            }
        }
        if (sessions.isEmpty()) {
            throw new RunFailure(from + " is not of LoCoMo: it has no session_1");
        }
        List<Piece> pieces = new ArrayList<>();
        Map<String, Integer> ids = new HashMap<>();
        long last = 0;
        for (var session : sessions.entrySet()) {
            long time =
                    Math.max(last, time(from, JsonFiles.text(dialogue, "session_" + session.getKey() + "_date_time")));
            for (JsonElement element : session.getValue()) {
                JsonObject turn = element.getAsJsonObject();
                ids.put(JsonFiles.text(turn, "dia_id"), pieces.size());
                String caption = captions ? JsonFiles.text(turn, "blip_caption") : "";
                String text = JsonFiles.text(turn, "text") + (caption.isEmpty() ? "" : " [shares " + caption + "]");
                pieces.add(new Piece(
                        text,
                        JsonFiles.text(turn, "speaker"),
                        time,
                        session.getKey(),
                        List.of(pieces.size()),
                        List.of()));
                time += BETWEEN_TURNS;
            }
            last = time;
        }
        counts[0] += pieces.size();
        List<Episode.Question> questions = new ArrayList<>();
        if (object.has("qa")) {
            for (JsonElement element : object.getAsJsonArray("qa")) {
                questions.add(question(element.getAsJsonObject(), ids, pieces.size(), last, counts));
            }
        }
        return new Episode(name, pieces, questions);
    }

    private static Episode.Question question(
            JsonObject qa, Map<String, Integer> ids, int after, long time, int[] counts) {
        Set<Integer> evidence = new TreeSet<>();
        if (qa.has("evidence") && qa.get("evidence").isJsonArray()) {
            for (JsonElement cited : qa.getAsJsonArray("evidence")) {
                for (String id : cited.getAsString().split("[;,\\s]+", -1)) {
                    Integer number = ids.get(id);
                    if (number != null) {
                        evidence.add(number);
                    } else if (!id.isEmpty()) {
                        counts[3]++;
                    }
                }
            }
        }
        counts[1]++;
        counts[2] += evidence.isEmpty() ? 0 : 1;
        return new Episode.Question(
                JsonFiles.text(qa, "question"),
                time,
                after,
                JsonFiles.text(qa, "category"),
                evidence,
                Set.of(),
                JsonFiles.text(qa, "answer"),
                true);
    }

    private static long time(Path from, String written) throws RunFailure {
        try {
            return LocalDateTime.parse(written.strip(), TIME).toEpochSecond(ZoneOffset.UTC) * NANOS;
        } catch (DateTimeParseException wrong) {
            throw new RunFailure(
                    from + " has the time '" + written + "'; LoCoMo writes times such as 1:56 pm on 8 May, 2023",
                    wrong);
        }
    }

    /** Makes {@code locomo}. */
    @Mechanism(
            name = "locomo",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Reads long dialogues of two persons with questions and the turns that hold the evidence.",
            source = "Maharana et al. 2024, Evaluating Very Long-Term Conversational Memory of LLM Agents (LoCoMo)",
            params = {
                @Param(name = "file", type = ParamType.FILE, doc = "The file, or a folder of files."),
                @Param(
                        name = "captions",
                        type = ParamType.WORD,
                        byDefault = "on",
                        choices = {"on", "off"},
                        doc = "Whether captions of shared pictures belong to the text of a turn.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new LocomoSource(
                    Path.of(call.word("file")), call.word("captions").equals("on"));
        }
    }
}
