/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.program;

import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.task.program.Section.Detail;
import org.memwright.engine.task.tree.Node;
import org.memwright.engine.task.tree.TaskTree;
import org.memwright.engine.task.tree.Turn;

/**
 * The circumstances of an event.
 *
 * @param step number of the step that it happens at
 * @param log what happened so far; entry 0 is the goal
 */
public record Moment(TaskTree tree, int step, Log log, Services services) {
    private static final int GOAL = 0;

    /** The goal, with which every prompt begins. */
    public Section goal() {
        return new Section(GOAL, Detail.FULL, log.text(GOAL));
    }

    /** An entry of the log as it is. */
    public Section entry(int entry) {
        return new Section(entry, Detail.FULL, log.text(entry));
    }

    /**
     * How a step begins and what was done at it, in full, by its summary or by its outputs. Where there is no summary, it is given in
     * full; where it is pruned, what is left is given.
     */
    public List<Section> sections(int at, Detail detail) {
        Node node = tree.node(at);
        List<Section> sections = new ArrayList<>();
        if (node.begun() < 0) {
            return sections;
        }
        if (!node.pruned()) {
            sections.add(entry(node.begun()));
        }
        boolean whole =
                !node.pruned() && (detail == Detail.FULL || (detail == Detail.SUMMARY && node.summary() == null));
        if (whole) {
            node.turns().forEach(turn -> sections.add(entry(turn.entry())));
        } else if (!node.turns().isEmpty()) {
            boolean outputs = detail == Detail.OUTPUTS;
            sections.add(new Section(
                    node.turns().getLast().entry(),
                    outputs ? Detail.OUTPUTS : Detail.SUMMARY,
                    outputs ? node.outputLines() : node.shortText()));
        }
        return sections;
    }

    /** All turns of a step that the tree still keeps, as one text. */
    public String turns(int at) {
        var text = new StringBuilder();
        for (Turn turn : tree.node(at).turns()) {
            text.append(turn.text()).append('\n');
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException where the memory has no store of that layout */
    public void require(Layout layout, String mechanism) {
        if (!services.stores().containsValue(layout)) {
            throw new IllegalArgumentException(mechanism + " needs a store of layout "
                    + (layout == Layout.TREE ? "tree()" : "text()") + ", and the memory has none; declare store "
                    + (layout == Layout.TREE ? "tree : tree()" : "log : text()"));
        }
    }
}
