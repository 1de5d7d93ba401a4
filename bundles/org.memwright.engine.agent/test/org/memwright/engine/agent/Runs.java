/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memwright.compile.Compilation;
import org.memwright.compile.ExperimentCompiler;
import org.memwright.compile.Overrides;
import org.memwright.lang.Finding;
import org.memwright.lang.Language;
import org.memwright.lang.Project;
import org.memwright.model.Experiment;
import org.memwright.runtime.Bound;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.plan.RunPlan;

/** Runs designs written in the language, for tests. */
final class Runs {
    static final Vocabulary VOCABULARY = Vocabulary.load(AgentEngine.class);
    private static final Language LANGUAGE = Language.standalone(VOCABULARY);

    private Runs() {}

    /** What a run gave: measures by label, and everything in the order in which it came. */
    record Result(Map<String, Double> measures, List<String> log) {
        double measure(String label) {
            return measures.get(label);
        }
    }

    /** The folder of the data that others measured, where it is. */
    static Optional<Path> data() {
        String set = System.getProperty("memwright.data", "");
        String named = System.getenv("MEMWRIGHT_DATA");
        if (!set.isEmpty()) {
            return Optional.of(Path.of(set)).filter(Files::isDirectory);
        }
        if (named != null && !named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        String root = System.getProperty("memwright.root", "../..");
        return Optional.of(Path.of(root, "..", "shared", "data").normalize()).filter(Files::isDirectory);
    }

    /** Runs every column of the first experiment of a text; the text lies in the folder. */
    static Map<String, Result> run(Path folder, String text) throws RunFailure {
        Project project = Project.of(LANGUAGE, folder, Map.of("design.memw", text));
        assertEquals(
                List.of(), project.findings().stream().filter(Finding::isError).toList());
        Compilation compilation = new ExperimentCompiler(VOCABULARY)
                .compile(project.declarations(Experiment.class).getFirst(), Overrides.NONE);
        assertEquals(List.of(), compilation.problems());
        Map<String, Result> results = new LinkedHashMap<>();
        for (RunPlan plan : compilation.successful().orElseThrow().runs()) {
            var sink = new Collecting();
            new AgentEngine().run(plan, sink);
            assertFalse(sink.measures.isEmpty());
            results.put(plan.column(), new Result(sink.measures, sink.log));
        }
        return results;
    }

    /** The messages of what is wrong in a text. */
    static List<String> findings(String text) {
        return Project.of(LANGUAGE, Path.of("/designs"), Map.of("design.memw", text)).findings().stream()
                .filter(Finding::isError)
                .map(Finding::toString)
                .toList();
    }

    /** Writes down everything that a run reports. */
    private static final class Collecting implements RunSink {
        final Map<String, Double> measures = new LinkedHashMap<>();
        final List<String> log = new ArrayList<>();
        private int series;

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void progress(double done, long nanos) {}

        @Override
        public int series(Series declared) {
            log.add(declared.toString());
            return series++;
        }

        @Override
        public void sample(int number, long nanos, double value) {
            log.add(number + " " + nanos + " " + value);
        }

        @Override
        public void distribution(Distribution distribution) {
            log.add(distribution.name() + List.of(distribution.values().length));
        }

        @Override
        public void measure(Measure measure) {
            measures.put(measure.metric().label(), measure.value());
            log.add(measure.toString());
        }

        @Override
        public void operation(Operation operation) {
            log.add(operation.toString());
        }

        @Override
        public void attribution(String part, double nanos) {
            log.add(part + " " + nanos);
        }

        @Override
        public void bound(Bound bound) {
            log.add(bound.toString());
        }

        @Override
        public void span(String track, String name, long startNanos, long endNanos) {}

        @Override
        public void note(Note note) {
            log.add(note.toString());
        }
    }
}
