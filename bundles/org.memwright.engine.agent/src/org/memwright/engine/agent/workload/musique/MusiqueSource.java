/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.musique;

import aQute.bnd.annotation.spi.ServiceProvider;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.item.Triple;
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
 * Reads MuSiQue, HotpotQA and 2WikiMultihopQA as HippoRAG stores them: a file of questions and a file of passages
 * beside it.
 *
 * <p>Source: H. Trivedi et al., <cite>MuSiQue</cite>, 2022; Z. Yang et al., <cite>HotpotQA</cite>, 2018. Statements
 * extracted by others are read where they are given, or lie beside the questions as {@code openie_NAME*.json}.
 *
 * <p>Assumes: passages are written in the order of the file; all questions are asked after the last.
 */
public record MusiqueSource(Path file, Optional<Path> corpus, Optional<Path> triples) implements EpisodeSource {
    private static final long SECOND = 1_000_000_000L;

    private static Optional<Path> path(MechanismCall call, String parameter) {
        return call.argument(parameter).isPresent() ? Optional.of(Path.of(call.word(parameter))) : Optional.empty();
    }

    @Override
    public List<Episode> read(long seed, List<String> remarks) throws RunFailure {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
        Path passages = corpus.orElse(file.resolveSibling(name + "_corpus.json"));
        Map<String, List<Triple>> statements = statements(name, remarks);
        List<Piece> pieces = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Integer> titles = new HashMap<>();
        JsonElement whole = JsonFiles.parse(passages);
        List<String[]> texts = new ArrayList<>();
        if (whole.isJsonObject()) {
            for (var each : whole.getAsJsonObject().entrySet()) {
                var text = new StringBuilder();
                each.getValue().getAsJsonArray().forEach(sentence -> text.append(sentence.getAsString()));
                texts.add(new String[] {each.getKey(), text.toString()});
            }
        } else {
            for (JsonObject each : JsonFiles.objects(passages)) {
                texts.add(new String[] {JsonFiles.text(each, "title"), JsonFiles.text(each, "text")});
            }
        }
        for (String[] text : texts) {
            String passage = text[0] + "\n" + text[1];
            numbers.put(passage, pieces.size());
            titles.put(text[0], pieces.size());
            pieces.add(new Piece(
                    passage,
                    "",
                    SECOND * pieces.size(),
                    0,
                    List.of(pieces.size()),
                    statements.getOrDefault(passage, List.of())));
        }
        List<Episode.Question> questions = new ArrayList<>();
        for (JsonObject each : JsonFiles.objects(file)) {
            Set<Integer> evidence = new TreeSet<>();
            if (each.has("paragraphs")) {
                for (JsonElement element : each.getAsJsonArray("paragraphs")) {
                    JsonObject paragraph = element.getAsJsonObject();
                    Integer number = numbers.get(
                            JsonFiles.text(paragraph, "title") + "\n" + JsonFiles.text(paragraph, "paragraph_text"));
                    if (paragraph.get("is_supporting").getAsBoolean() && number != null) {
                        evidence.add(number);
                    }
                }
            } else if (each.has("supporting_facts")) {
                for (JsonElement fact : each.getAsJsonArray("supporting_facts")) {
                    Integer number = titles.get(fact.getAsJsonArray().get(0).getAsString());
                    if (number != null) {
                        evidence.add(number);
                    }
                }
            } else {
                throw new RunFailure(
                        file
                                + " has a question with neither paragraphs nor supporting_facts; it is not of MuSiQue or HotpotQA");
            }
            questions.add(new Episode.Question(
                    JsonFiles.text(each, "question"),
                    SECOND * pieces.size(),
                    pieces.size(),
                    "",
                    evidence,
                    Set.of(),
                    JsonFiles.text(each, "answer"),
                    true));
        }
        remarks.add(String.format(
                Locale.ROOT,
                "%s: %d passages, %d of them with statements, %d questions.",
                name,
                pieces.size(),
                pieces.stream().filter(p -> !p.triples().isEmpty()).count(),
                questions.size()));
        return List.of(new Episode(name, pieces, questions));
    }

    private Map<String, List<Triple>> statements(String name, List<String> remarks) throws RunFailure {
        Optional<Path> from = triples.isPresent() ? triples : beside(name);
        Map<String, List<Triple>> statements = new HashMap<>();
        if (from.isEmpty()) {
            return statements;
        }
        for (JsonElement element : JsonFiles.parse(from.get()).getAsJsonObject().getAsJsonArray("docs")) {
            JsonObject document = element.getAsJsonObject();
            List<Triple> found = new ArrayList<>();
            for (JsonElement triple : document.getAsJsonArray("extracted_triples")) {
                JsonArray parts = triple.isJsonArray() ? triple.getAsJsonArray() : new JsonArray();
                boolean whole = parts.size() == 3 && parts.asList().stream().allMatch(JsonElement::isJsonPrimitive);
                if (whole) {
                    found.add(new Triple(
                            parts.get(0).getAsString(),
                            parts.get(1).getAsString(),
                            parts.get(2).getAsString()));
                }
            }
            statements.put(JsonFiles.text(document, "title") + "\n" + JsonFiles.text(document, "text"), found);
        }
        remarks.add("Statements were read from " + from.get().getFileName() + ".");
        return statements;
    }

    private Optional<Path> beside(String name) throws RunFailure {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> String.valueOf(f.getFileName()).startsWith("openie_" + name))
                    .sorted()
                    .findFirst();
        } catch (IOException failed) {
            throw new RunFailure(folder + " cannot be read; check its rights", failed);
        }
    }

    /** Makes {@code musique}. */
    @Mechanism(
            name = "musique",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Reads passages and questions that several of them answer together.",
            source =
                    "Trivedi et al. 2022, MuSiQue: Multihop Questions via Single-hop Question Composition; Yang et al. 2018, HotpotQA",
            params = {
                @Param(name = "file", type = ParamType.FILE, doc = "The file of questions."),
                @Param(
                        name = "corpus",
                        type = ParamType.FILE,
                        byDefault = Param.NONE,
                        doc = "The file of passages; the questions' name with _corpus where it is left out."),
                @Param(
                        name = "triples",
                        type = ParamType.FILE,
                        byDefault = Param.NONE,
                        doc = "A file of statements extracted from the passages.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new MusiqueSource(Path.of(call.word("file")), path(call, "corpus"), path(call, "triples"));
        }
    }
}
