/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.memorybank;

import aQute.bnd.annotation.spi.ServiceProvider;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * Reads the evaluation data of MemoryBank: users with queries and responses by day, and a file of questions beside it.
 *
 * <p>Source: W. Zhong et al., <cite>MemoryBank</cite>, 2024, memory_bank_en.json and probing_questions_en.jsonl.
 *
 * <p>Assumes: the turns of a day follow each other by a minute from noon. The data mark no evidence: questions are
 * asked and what they cost is measured; none is judged.
 */
public record MemoryBankSource(Path file) implements EpisodeSource {
    private static final long MINUTE = 60_000_000_000L;
    private static final long DAY = 86_400_000_000_000L;

    @Override
    public List<Episode> read(long seed, List<String> remarks) throws RunFailure {
        Map<String, List<String>> questions = questions();
        List<Episode> episodes = new ArrayList<>();
        int turns = 0;
        int asked = 0;
        for (JsonObject users : JsonFiles.objects(file)) {
            for (String user : users.keySet()) {
                Episode episode = episode(user, users.getAsJsonObject(user), questions.getOrDefault(user, List.of()));
                episodes.add(episode);
                turns += episode.pieces().size();
                asked += episode.questions().size();
            }
        }
        remarks.add(String.format(
                Locale.ROOT,
                "MemoryBank: %d users, %d turns, %d questions; the data mark no evidence, so none is judged. %d questions are of users without days and were left out.",
                episodes.size(),
                turns,
                asked,
                questions.values().stream().mapToInt(List::size).sum() - asked));
        return episodes;
    }

    private Episode episode(String user, JsonObject object, List<String> asked) throws RunFailure {
        List<Piece> pieces = new ArrayList<>();
        int session = 0;
        long last = 0;
        JsonObject history = object.getAsJsonObject("history");
        for (String date : new TreeSet<>(history.keySet())) {
            long time = noon(date);
            for (JsonElement element : history.getAsJsonArray(date)) {
                JsonObject turn = element.getAsJsonObject();
                for (String key : List.of("query", "response")) {
                    pieces.add(new Piece(
                            JsonFiles.text(turn, key),
                            key.equals("query") ? user : "assistant",
                            time,
                            session,
                            List.of(pieces.size()),
                            List.of()));
                    time += MINUTE;
                }
            }
            last = Math.max(last, time);
            session++;
        }
        List<Episode.Question> questions = new ArrayList<>();
        for (String question : asked) {
            questions.add(new Episode.Question(question, last, pieces.size(), "", Set.of(), Set.of()));
        }
        return new Episode(user, pieces, questions);
    }

    private long noon(String date) throws RunFailure {
        try {
            return LocalDate.parse(date).toEpochDay() * DAY + DAY / 2;
        } catch (DateTimeParseException wrong) {
            throw new RunFailure(file + " has the day '" + date + "'; days are written as 2023-04-27", wrong);
        }
    }

    private Map<String, List<String>> questions() throws RunFailure {
        Map<String, List<String>> questions = new HashMap<>();
        Path beside = file.resolveSibling(
                String.valueOf(file.getFileName()).replace("memory_bank", "probing_questions") + "l");
        if (!Files.isRegularFile(beside)) {
            return questions;
        }
        try {
            for (String line : Files.readAllLines(beside)) {
                if (!line.isBlank()) {
                    JsonObject object = JsonParser.parseString(line).getAsJsonObject();
                    for (String user : object.keySet()) {
                        List<String> own = questions.computeIfAbsent(user, u -> new ArrayList<>());
                        object.getAsJsonArray(user).forEach(question -> own.add(question.getAsString()));
                    }
                }
            }
        } catch (IOException | JsonParseException | IllegalStateException broken) {
            throw new RunFailure(beside + " cannot be read as lines of JSON", broken);
        }
        return questions;
    }

    /** Makes {@code memorybank}. */
    @Mechanism(
            name = "memorybank",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Reads the days of users with an assistant, and questions without marked answers.",
            source = "Zhong et al. 2024, MemoryBank: Enhancing Large Language Models with Long-Term Memory",
            params = {@Param(name = "file", type = ParamType.FILE, doc = "The file of days.")})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new MemoryBankSource(Path.of(call.word("file")));
        }
    }
}
