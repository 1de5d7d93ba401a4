/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.report.json.JsonFailure;
import org.memwright.report.json.JsonNode;
import org.memwright.units.Dimension;

/**
 * Dialogues of LoCoMo, one JSON file each, with questions and the turns that hold the evidence. Each dialogue is judged with the
 * settings of {@code HybridTurns} that were best on the others: it has no part in what it is judged with.
 *
 * <p>Source: A. Maharana et al., <cite>Evaluating Very Long-Term Conversational Memory of LLM Agents</cite>, 2024.
 */
final class DialogueEvidence implements MeasurementKind {
    private static final int FEWEST = 2;
    private static final int FIRST = 5;
    private static final int SECOND = 10;
    private static final String GRID = """
              vary dense in 35%, 50%, 65%
              vary reach in 1, 2
              vary speaker in 0.25, 0.5, 1
            """;

    @Override
    public String label() {
        return "evidence in dialogues";
    }

    @Override
    public List<Measured> find(Path folder, List<Path> files) {
        List<Path> dialogues =
                files.stream().filter(DialogueEvidence::isDialogue).toList();
        return dialogues.size() < FEWEST ? List.of() : List.of(new Dialogues(folder, dialogues));
    }

    private static boolean isDialogue(Path file) {
        if (!file.toString().endsWith(".json")) {
            return false;
        }
        try {
            JsonNode root = JsonNode.parse(Files.readString(file, StandardCharsets.UTF_8));
            if (!root.isObject() || !root.fields().containsKey("qa")) {
                return false;
            }
            JsonNode dialogue = root.fields().containsKey("conversation") ? root.get("conversation") : root;
            return dialogue.isObject() && dialogue.fields().containsKey("session_1");
        } catch (IOException | JsonFailure other) {
            return false; // what cannot be read is no dialogue
        }
    }

    /** For how many questions of a dialogue any evidence was among the first recalled. */
    private record Counts(double questions, double amongFirst, double amongSecond) {
        static final Counts NONE = new Counts(0, 0, 0);

        static Counts of(RunProfile run) {
            double questions = Replays.measure(run, "questions");
            return new Counts(
                    questions,
                    Math.rint(questions * Replays.measure(run, "recall(" + FIRST + ")")),
                    Math.rint(questions * Replays.measure(run, "recall(" + SECOND + ")")));
        }

        Counts plus(Counts other) {
            return new Counts(
                    questions + other.questions, amongFirst + other.amongFirst, amongSecond + other.amongSecond);
        }

        double share() {
            return (amongFirst + amongSecond) / questions;
        }

        String text() {
            return String.format(Locale.ROOT, "%.0f and %.0f of %.0f questions", amongFirst, amongSecond, questions);
        }
    }

    /** The dialogues of a folder. */
    private record Dialogues(Path path, List<Path> files) implements Measured {
        @Override
        public void predict(Replays replays, Findings into) throws Unreplayable {
            List<Map<String, Counts>> bySettings = new ArrayList<>();
            Counts terms = Counts.NONE;
            for (Path file : files) {
                Map<String, Counts> counts = new LinkedHashMap<>();
                for (RunProfile run : replays.runs(design(file, "HybridTurns", GRID))) {
                    counts.put(ExperimentProfile.label(run.point()), Counts.of(run));
                }
                bySettings.add(counts);
                terms = terms.plus(
                        Counts.of(replays.runs(design(file, "Bm25Passages", "")).getFirst()));
            }
            Counts judged = Counts.NONE;
            for (int i = 0; i < files.size(); i++) {
                String best = bestWithout(bySettings, i);
                Counts own = bySettings.get(i).getOrDefault(best, Counts.NONE);
                judged = judged.plus(own);
                into.note(files.get(i).getFileName() + ": " + best + ", chosen on the others; " + own.text());
            }
            into.figure("any evidence among the first 5", Dimension.NUMBER, judged.amongFirst / judged.questions);
            into.figure("any evidence among the first 10", Dimension.NUMBER, judged.amongSecond / judged.questions);
            into.figure(
                    "any evidence among the first 5 by terms alone",
                    Dimension.NUMBER,
                    terms.amongFirst / terms.questions);
            into.figure(
                    "any evidence among the first 10 by terms alone",
                    Dimension.NUMBER,
                    terms.amongSecond / terms.questions);
            into.note(
                    "In all " + judged.text() + ", of " + bySettings.getFirst().size()
                            + " settings; no language model. By terms alone (BM25) " + terms.text() + ".");
        }

        /** The settings that find the most evidence in all dialogues but one. */
        private static String bestWithout(List<Map<String, Counts>> bySettings, int left) {
            String best = "";
            double most = -1;
            for (String settings : bySettings.getFirst().keySet()) {
                Counts others = Counts.NONE;
                for (int i = 0; i < bySettings.size(); i++) {
                    others = i == left ? others : others.plus(bySettings.get(i).getOrDefault(settings, Counts.NONE));
                }
                if (others.share() > most) {
                    most = others.share();
                    best = settings;
                }
            }
            return best;
        }

        private static String design(Path file, String memory, String grid) {
            return "package replay\nworkload Dialogue { dialogue from locomo(" + Tables.quoted(file) + ") }\n"
                    + "experiment Evidence {\n"
                    + "  workload Dialogue  compare memwright.catalog." + memory + "\n" + grid
                    + "  measure recall(" + FIRST + "), recall(" + SECOND + "), questions\n"
                    + "}\n";
        }
    }
}
