/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
public final class Runs {
    static final Vocabulary VOCABULARY = Vocabulary.load(TaskEngine.class);
    private static final Language LANGUAGE = Language.standalone(VOCABULARY);

    private Runs() {}

    /** What a run reported. */
    public static final class Result implements RunSink {
        public final Map<String, Measure> measures = new LinkedHashMap<>();
        final Map<String, double[]> distributions = new LinkedHashMap<>();
        final List<String> log = new ArrayList<>();
        /** Tracks of turns in their order, with the name of the attempt. */
        public final List<String> turns = new ArrayList<>();

        final List<Series> series = new ArrayList<>();
        final List<double[]> samples = new ArrayList<>();
        public final List<String> notes = new ArrayList<>();

        public double measure(String label) {
            Measure measure = measures.get(label);
            if (measure == null) {
                throw new IllegalArgumentException(label + " is not among " + measures.keySet());
            }
            return measure.value();
        }

        /** Statuses of a step in their order. */
        List<Integer> statuses(String track) {
            int number = 0;
            while (!(series.get(number).kind() == SeriesKind.STEP_STATUS
                    && series.get(number).of().equals(track))) {
                number++;
            }
            int wanted = number;
            return samples.stream()
                    .filter(s -> s[0] == wanted)
                    .map(s -> (int) s[2])
                    .toList();
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void progress(double done, long nanos) {
            log.add(done + " at " + nanos);
        }

        @Override
        public int series(Series declared) {
            series.add(declared);
            log.add(declared.toString());
            return series.size() - 1;
        }

        @Override
        public void sample(int number, long nanos, double value) {
            samples.add(new double[] {number, (double) nanos, value});
            log.add(number + " " + nanos + " " + value);
        }

        @Override
        public void distribution(Distribution distribution) {
            distributions.put(distribution.name(), distribution.values());
        }

        @Override
        public void measure(Measure measure) {
            measures.put(measure.metric().label(), measure);
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
        public void span(String track, String name, long startNanos, long endNanos) {
            turns.add(track + " " + name);
            log.add(track + " " + name + " " + startNanos + " " + endNanos);
        }

        @Override
        public void note(Note note) {
            notes.add(note.kind() + " " + note.text());
            log.add(note.toString());
        }
    }

    /** Runs every column of the first experiment of a text; the text lies in the folder. */
    public static Map<String, Result> run(Path folder, String text) throws RunFailure {
        Map<String, Result> results = new LinkedHashMap<>();
        for (RunPlan plan : plans(folder, text)) {
            results.put(plan.column(), run(plan));
        }
        return results;
    }

    static List<RunPlan> plans(Path folder, String text) {
        Project project = Project.of(LANGUAGE, folder, Map.of("design.memw", text));
        assertEquals(
                List.of(), project.findings().stream().filter(Finding::isError).toList());
        Compilation compilation = new ExperimentCompiler(VOCABULARY)
                .compile(project.declarations(Experiment.class).getFirst(), Overrides.NONE);
        assertEquals(List.of(), compilation.problems());
        return compilation.successful().orElseThrow().runs();
    }

    static Result run(RunPlan plan) throws RunFailure {
        var result = new Result();
        new TaskEngine().run(plan, result);
        return result;
    }

    /** The messages of what is wrong in a text. */
    static List<String> findings(String text) {
        return Project.of(LANGUAGE, Path.of("/designs"), Map.of("design.memw", text)).findings().stream()
                .filter(Finding::isError)
                .map(Finding::toString)
                .toList();
    }
}
