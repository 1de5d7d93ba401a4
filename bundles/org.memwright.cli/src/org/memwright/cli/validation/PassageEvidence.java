/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.memwright.profile.RunProfile;
import org.memwright.units.Dimension;

/**
 * Questions that several passages answer together, in a JSON file with the passages in another beside it, called the same with
 * {@code _corpus}. Judged with the settings of the paper, of which none was fitted.
 *
 * <p>Source: H. Trivedi et al., <cite>MuSiQue: Multihop Questions via Single-hop Question Composition</cite>, 2022.
 */
final class PassageEvidence implements MeasurementKind {
    private static final String ENDING = ".json";

    @Override
    public String label() {
        return "evidence in passages";
    }

    @Override
    public List<Measured> find(Path folder, List<Path> files) {
        return files.stream()
                .filter(PassageEvidence::hasCorpus)
                .<Measured>map(Questions::new)
                .toList();
    }

    private static boolean hasCorpus(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING)
                && Files.isRegularFile(file.resolveSibling(name.replaceFirst("\\.json$", "_corpus.json")));
    }

    /** One file of questions. */
    private record Questions(Path path) implements Measured {
        @Override
        public void predict(Replays replays, Findings into) throws Unreplayable {
            List<RunProfile> runs = replays.runs(
                    "package replay\nworkload Passages { documents from musique(" + Tables.quoted(path) + ") }\n"
                            + "experiment Evidence {\n"
                            + "  workload Passages  compare memwright.catalog.HippoRAG, memwright.catalog.Bm25Passages\n"
                            + "  measure coverage(5), coverage(10), questions, writes\n"
                            + "}\n");
            RunProfile walked = runs.getFirst();
            RunProfile terms = runs.getLast();
            into.figure("share of the evidence among the first 5", Dimension.NUMBER, measure(walked, "coverage(5)"));
            into.figure("share of the evidence among the first 10", Dimension.NUMBER, measure(walked, "coverage(10)"));
            into.figure(
                    "share of the evidence among the first 5 by terms alone",
                    Dimension.NUMBER,
                    measure(terms, "coverage(5)"));
            into.figure(
                    "share of the evidence among the first 10 by terms alone",
                    Dimension.NUMBER,
                    measure(terms, "coverage(10)"));
            into.note("Questions: " + (long) measure(walked, "questions") + ", passages: "
                    + (long) measure(walked, "writes")
                    + "; memwright.catalog.HippoRAG with the settings of its paper, no language model.");
        }

        private static double measure(RunProfile run, String label) {
            return Replays.measure(run, label);
        }
    }
}
