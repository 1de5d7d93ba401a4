/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.runtime.RunSink.Note;
import org.memwright.runtime.RunSink.NoteKind;

/**
 * What a reader of the results must know: defaults that were used, what the figures do not contain, what was skipped, and
 * how they were made.
 */
public record RunNotes(List<Entry> entries) {
    public RunNotes {
        entries = List.copyOf(entries);
    }

    /**
     * One note.
     *
     * @param columns the columns that it is about; empty for all that have a result
     */
    public record Entry(NoteKind kind, String text, List<String> columns) {
        public Entry {
            columns = List.copyOf(columns);
        }
    }

    /** The notes of all runs, each once, in the order of {@link NoteKind} and of their report. */
    public static RunNotes of(ExperimentProfile profile) {
        Map<Note, Set<String>> columns = new LinkedHashMap<>();
        for (RunProfile run : profile.runs()) {
            for (Note note : run.notes()) {
                columns.computeIfAbsent(note, n -> new LinkedHashSet<>()).add(run.column());
            }
        }
        Set<String> all = new LinkedHashSet<>();
        profile.runs().stream()
                .filter(run -> run.outcome() == RunProfile.Outcome.DONE || run.outcome() == RunProfile.Outcome.PARTIAL)
                .forEach(run -> all.add(run.column()));
        List<Entry> entries = new ArrayList<>();
        for (NoteKind kind : NoteKind.values()) {
            columns.forEach((note, of) -> {
                if (note.kind() == kind) {
                    entries.add(new Entry(kind, note.text(), of.containsAll(all) ? List.of() : List.copyOf(of)));
                }
            });
        }
        return new RunNotes(entries);
    }

    public List<Entry> of(NoteKind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }
}
