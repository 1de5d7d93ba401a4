/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tree keeps of a step.
 *
 * @param begun number of the log's entry that begins it; -1 where it has not begun
 * @param turns its attempts; where they are pruned, the last alone and without its text
 * @param outputs values by name, which stay when the rest is pruned
 * @param summary null where none was written
 * @param replaced whether another sub-tree stands in its place
 * @param place where it stands among the steps beside it: that with the smaller one is first
 */
public record Node(
        Status status,
        int begun,
        List<Turn> turns,
        Map<String, String> outputs,
        @Nullable String summary,
        boolean pruned,
        boolean replaced,
        int place) {

    public Node {
        turns = List.copyOf(turns);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** A step that has not begun. */
    static Node at(int place) {
        return new Node(Status.PENDING, -1, List.of(), Map.of(), null, false, false, place);
    }

    Node with(Status changed) {
        return new Node(changed, begun, turns, outputs, summary, pruned, replaced, place);
    }

    Node begin(int entry) {
        return new Node(Status.ACTIVE, entry, turns, outputs, summary, pruned, replaced, place);
    }

    Node add(Turn turn, Map<String, String> given) {
        List<Turn> more = new ArrayList<>(turns);
        more.add(turn);
        return new Node(status, begun, more, given, summary, pruned, replaced, place);
    }

    Node summarised(String written) {
        return new Node(status, begun, turns, outputs, written, pruned, replaced, place);
    }

    Node prune() {
        List<Turn> last = turns.isEmpty()
                ? List.of()
                : List.of(new Turn(turns.getLast().entry(), "", turns.getLast().failed()));
        return new Node(status, begun, last, outputs, summary, true, replaced, place);
    }

    Node replace() {
        return new Node(status, begun, turns, outputs, summary, pruned, true, place);
    }

    /** What stands for its last turn: its summary, or where there is none, its outputs. */
    public String shortText() {
        return summary == null ? outputLines() : summary;
    }

    /** The outputs as lines: {@code ticket = KX-12}. */
    public String outputLines() {
        var lines = new StringBuilder();
        outputs.forEach((name, value) -> lines.append(lines.isEmpty() ? "" : "\n")
                .append(name)
                .append(" = ")
                .append(value));
        return lines.toString();
    }
}
