/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.folder;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.workload.Episode;
import org.memwright.engine.agent.workload.EpisodeSource;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Reads the files of a folder that end in .txt or .md, a passage for each paragraph, under the headings that it stands
 * below.
 *
 * <p>Questions are lines {@code ? QUESTION = FILE:PARAGRAPH} of a file questions.txt in the folder; without one, the
 * passages are written and nothing is asked.
 */
public record FolderSource(Path file) implements EpisodeSource {
    private static final long SECOND = 1_000_000_000L;
    private static final String QUESTIONS = "questions.txt";

    @Override
    public List<Episode> read(long seed, List<String> remarks) throws RunFailure {
        if (!Files.isDirectory(file)) {
            throw new RunFailure("there is no folder " + file + "; paths are relative to the file that names them");
        }
        List<Piece> pieces = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        List<Episode.Question> questions = new ArrayList<>();
        int session = 0;
        try {
            List<Path> texts;
            try (Stream<Path> files = Files.walk(file)) {
                texts = files.filter(FolderSource::isText).sorted().toList();
            }
            for (Path each : texts) {
                String name = file.relativize(each).toString().replace('\\', '/');
                String heading = "";
                int paragraph = 0;
                for (String part : Files.readString(each).split("\\R\\s*\\R", -1)) {
                    String text = part.strip();
                    if (text.startsWith("#") && !text.contains("\n")) {
                        heading = text.replaceFirst("^#+\\s*", "");
                    } else if (!text.isEmpty()) {
                        paragraph++;
                        places.put(name + ":" + paragraph, pieces.size());
                        pieces.add(new Piece(
                                heading.isEmpty() ? text : heading + "\n" + text,
                                "",
                                SECOND * pieces.size(),
                                session,
                                List.of(pieces.size()),
                                List.of()));
                    }
                }
                session++;
            }
            Path asked = file.resolve(QUESTIONS);
            if (Files.isRegularFile(asked)) {
                for (String line : Files.readAllLines(asked)) {
                    if (line.startsWith("?")) {
                        questions.add(question(asked, line, places, pieces.size()));
                    }
                }
            }
        } catch (IOException failed) {
            throw new RunFailure(file + " cannot be read; check its rights, and that its texts are UTF-8", failed);
        }
        remarks.add(String.format(
                Locale.ROOT,
                "Folder: %d files, %d paragraphs, %d questions.",
                session,
                pieces.size(),
                questions.size()));
        return List.of(new Episode(String.valueOf(file.getFileName()), pieces, questions));
    }

    private static boolean isText(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && !name.equals(QUESTIONS) && (name.endsWith(".txt") || name.endsWith(".md"));
    }

    private static Episode.Question question(Path from, String line, Map<String, Integer> places, int after)
            throws RunFailure {
        int at = line.lastIndexOf('=');
        Set<Integer> evidence = new TreeSet<>();
        if (at > 0) {
            for (String place : line.substring(at + 1).split(",", -1)) {
                Integer number = places.get(place.strip());
                if (number == null) {
                    throw new RunFailure(from + " names '" + place.strip()
                            + "', which is no paragraph; write FILE:PARAGRAPH, such as notes.md:3");
                }
                evidence.add(number);
            }
        }
        String text = (at > 0 ? line.substring(1, at) : line.substring(1)).strip();
        return new Episode.Question(text, SECOND * after, after, "", evidence, Set.of());
    }

    /** Makes {@code folder}. */
    @Mechanism(
            name = "folder",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Reads the paragraphs of plain text and Markdown files.",
            source = "Robertson 1994, Okapi at TREC-3 (passages)",
            params = {@Param(name = "file", type = ParamType.FILE, doc = "The folder.")})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new FolderSource(Path.of(call.word("file")));
        }
    }
}
