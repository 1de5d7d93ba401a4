/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memwright.runtime.Bound;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunSink;

/** What a run gave to its sink. */
public final class Recorded implements RunSink {
    final Map<String, Measure> measures = new LinkedHashMap<>();
    final Map<String, Double> attribution = new LinkedHashMap<>();
    final Map<String, double[]> distributions = new LinkedHashMap<>();
    final Map<String, Operation> operations = new LinkedHashMap<>();
    final List<Series> series = new ArrayList<>();
    final List<List<double[]>> samples = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();
    final List<String> spans = new ArrayList<>();
    private Bound bound;
    private long stopAfter = Long.MAX_VALUE;
    private long asked;

    /** Cancels after so many questions. */
    Recorded stopAfter(long questions) {
        stopAfter = questions;
        return this;
    }

    double value(String label) {
        Measure measure = measures.get(label);
        if (measure == null) {
            throw new IllegalArgumentException("no measure " + label + " among " + measures.keySet());
        }
        return measure.value();
    }

    Bound bound() {
        return bound;
    }

    boolean hasNote(NoteKind kind, String part) {
        return notes.stream().anyMatch(n -> n.kind() == kind && n.text().contains(part));
    }

    @Override
    public boolean cancelled() {
        return ++asked > stopAfter;
    }

    @Override
    public void progress(double done, long nanos) {}

    @Override
    public int series(Series declared) {
        series.add(declared);
        samples.add(new ArrayList<>());
        return series.size() - 1;
    }

    @Override
    public void sample(int number, long nanos, double value) {
        samples.get(number).add(new double[] {nanos, value});
    }

    @Override
    public void distribution(Distribution distribution) {
        distributions.put(distribution.name(), distribution.values());
    }

    @Override
    public void measure(Measure measure) {
        measures.put(measure.metric().label(), measure);
    }

    @Override
    public void operation(Operation operation) {
        operations.put(operation.name(), operation);
    }

    @Override
    public void attribution(String part, double nanos) {
        attribution.merge(part, nanos, Double::sum);
    }

    @Override
    public void bound(Bound least) {
        bound = least;
    }

    @Override
    public void span(String track, String name, long startNanos, long endNanos) {
        spans.add(track + " " + name + " " + startNanos + " " + endNanos);
    }

    @Override
    public void note(Note note) {
        notes.add(note);
    }

    /** Everything, as text, to compare runs bit by bit. */
    String text() {
        var text = new StringBuilder();
        measures.forEach((k, v) -> text.append(k).append(' ').append(v).append('\n'));
        attribution.forEach((k, v) -> text.append(k).append(' ').append(v).append('\n'));
        operations.forEach((k, v) -> text.append(k).append(' ').append(v).append('\n'));
        distributions.forEach((k, v) ->
                text.append(k).append(' ').append(java.util.Arrays.toString(v)).append('\n'));
        samples.forEach(list -> {
            list.forEach(s -> text.append(s[0]).append(':').append(s[1]).append(' '));
            text.append('\n');
        });
        text.append(bound).append(notes).append(spans);
        return text.toString();
    }
}
